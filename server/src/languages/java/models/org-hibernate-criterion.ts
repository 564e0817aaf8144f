import { model } from '../../../facts/model';

export default model({
  library: 'org.hibernate.criterion',
  sinks: { sql: ['Restrictions.sqlRestriction($0)', 'Projections.{sqlProjection,sqlGroupProjection}($0)'] },
});
