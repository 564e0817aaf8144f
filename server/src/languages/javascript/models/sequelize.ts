import { type ConfigSpec, model } from '../../../facts/model';
import { ends } from './_words';

const READS =
  '{findAll,findOne,findAndCountAll,findOrCreate,findOrBuild,count,sum,min,max,destroy,restore,scope,aggregate}';

const DIALECTS = ['postgres', 'mysql', 'mariadb', 'mssql', 'oracle', 'db2', 'snowflake'];

export default model({
  library: 'sequelize',
  aliases: ['sequelize-typescript', '@sequelize/core'],
  types: {
    Db: ['Sequelize()', 'sequelize()', 'type sequelize#Sequelize', 'type sequelize-typescript#Sequelize'],
    Row: ['Table.{findOne,findByPk,create,build}()', 'Table.{findAll,findOrCreate,bulkCreate}()[]'],
    Table: [
      'Model',
      'Db.define()',
      'Db.model()',
      'Db.models.*',
      'Db.import()',
      'Model.init()',
      'Table.scope()',
      'Table.unscoped()',
      'type sequelize#ModelStatic',
      'type sequelize#ModelCtor',
    ],
  },
  stores: [
    { kind: 'row', does: 'write', at: 'Row.{update,set}($0)', key: 'thing' },
    { kind: 'row', does: 'names', at: 'Db.define()' },
    { kind: 'row', does: 'write', at: 'Table.{create,build,upsert,bulkCreate,update}($0)', key: 'thing' },
    { kind: 'row', does: 'write', at: 'Table($0)', key: 'thing' },
    { kind: 'row', does: 'read', at: 'Table.{findAll,findOne,findByPk,findAndCountAll,findOrCreate}()', key: 'thing' },
  ],
  sinks: {
    'model-fields': [
      { at: 'Table.{create,build,upsert,bulkCreate,update}($0)', objectsOnly: true, when: { '$1.fields': undefined } },
    ],

    sql: [
      { at: 'Db.query($0)', bind: { style: ':name', values: 'object', at: 1, key: 'replacements' } },
      'Db.query($0.query)',
      'Db.literal($0)',
      'Sequelize.literal($0)',
      'literal($0)',
      'Db.asIs($0)',
    ],
    'sql-name': [
      { at: `Table.${READS}($0.order[][0])`, variant: 'quoted' },
      { at: `Table.${READS}($0.order)`, variant: 'quoted' },
    ],
    // Operators are symbols since version 5, so only a filter that comes as a whole is harmful.
    nosql: [
      { at: `Table.${READS}($0.where)`, objectsOnly: true },
      { at: 'Table.update($1.where)', objectsOnly: true },
      { at: 'Table.{increment,decrement}($1.where)', objectsOnly: true },
    ],
  },
  sanitizers: [{ at: 'Db.escape()', cleans: ['sql'] }],
  configs: [
    ...['$3', '$2', '$1', '$0'].map(
      (base, n): ConfigSpec => ({
        kind: 'database-client',
        at: 'Sequelize()',
        when: { [`${base}.dialect`]: DIALECTS },
        options: {
          password: { from: [n === 0 ? '$2' : `${base}.password`] },
          user: { from: [n === 0 ? '$1' : `${base}.username`] },
          host: { from: [`${base}.host`] },
          ssl: { from: [`${base}.dialectOptions.ssl`] },
          verify: { from: [`${base}.dialectOptions.ssl.rejectUnauthorized`] },
          multiple: { from: [`${base}.dialectOptions.multipleStatements`] },
        },
        fix: {
          environment: 'DB_PASSWORD',
          ssl: `${base}.dialectOptions.ssl = { rejectUnauthorized: true }`,
          verify: `${base}.dialectOptions.ssl.rejectUnauthorized = true`,
          multiple: `${base}.dialectOptions.multipleStatements -`,
        },
      }),
    ),
  ],
  propagators: ends(
    'Db.query()',
    `Table.${READS}()`,
    'Table.{findByPk,update,bulkCreate,increment,decrement}()',
    'Db.{authenticate,sync}()',
  ),
});
