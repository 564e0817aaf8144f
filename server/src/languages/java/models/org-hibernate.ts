import { model } from '../../../facts/model';
import { NAMED_METHOD } from './_words';

export default model({
  library: 'org.hibernate',
  types: {
    Session: [
      'type org.hibernate.Session',
      'type org.hibernate.StatelessSession',
      'type org.hibernate.SharedSessionContract',
      'Factory.{openSession,getCurrentSession,openStatelessSession}()',
    ],
    Factory: ['type org.hibernate.SessionFactory'],
    Query: ['type org.hibernate.query.Query', 'type org.hibernate.Query', 'type org.hibernate.SQLQuery'],
  },
  extends: { Session: ['javax.persistence:Manager'], Query: ['javax.persistence:Query'] },
  sinks: {
    sql: [
      {
        at: 'Session.{createSQLQuery,createMutationQuery,createNativeMutationQuery,createSelectionQuery}($0)',
        bind: NAMED_METHOD,
      },
    ],
  },
  propagators: [{ at: 'Session.{createSQLQuery,createMutationQuery,createSelectionQuery}()', to: [] }],
});
