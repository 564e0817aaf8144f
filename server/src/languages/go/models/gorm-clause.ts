import { model } from '../../../facts/model';

export default model({
  library: 'gorm.io/gorm/clause',
  sinks: { sql: ['Expr($SQL)'] },
});
