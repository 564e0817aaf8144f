import { model } from '../../../facts/model';
import { NAMED_METHOD } from './_words';

export default model({
  library: 'javax.persistence',
  aliases: ['jakarta.persistence'],
  types: {
    Manager: [
      'type javax.persistence.EntityManager',
      'Persistence.createEntityManagerFactory().createEntityManager()',
      'Factory.createEntityManager()',
    ],
    Factory: ['type javax.persistence.EntityManagerFactory'],
    Query: [
      'type javax.persistence.Query',
      'type javax.persistence.TypedQuery',
      'Manager.{createQuery,createNativeQuery,createNamedQuery}()',
      'Query.{setParameter,setMaxResults,setFirstResult}()',
    ],
  },
  stores: [
    { kind: 'row', does: 'write', at: 'Manager.{persist,merge}($0)', key: 'argument' },
    { kind: 'row', does: 'read', at: 'Manager.{find,getReference}()', key: 'argument' },
  ],
  sinks: {
    'model-fields': [{ at: 'Manager.{persist,merge}($0)', objectsOnly: true }],

    sql: [{ at: 'Manager.{createQuery,createNativeQuery}($0)', bind: NAMED_METHOD }],
  },
  propagators: [
    { at: 'Manager.{createQuery,createNativeQuery,createNamedQuery,find}()', to: [] },
    { at: 'Query.*()', to: [] },
  ],
});
