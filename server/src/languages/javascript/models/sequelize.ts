import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

const READS =
  '{findAll,findOne,findAndCountAll,findOrCreate,findOrBuild,count,sum,min,max,destroy,restore,scope,aggregate}';

export default model({
  library: 'sequelize',
  aliases: ['sequelize-typescript', '@sequelize/core'],
  types: {
    Db: ['Sequelize()', 'sequelize()', 'type sequelize#Sequelize', 'type sequelize-typescript#Sequelize'],
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
    credentials('Sequelize()', { password: '$2' }, { environment: 'DB_PASSWORD' }),
    credentials('Sequelize()', { password: '$0.password' }, { environment: 'DB_PASSWORD' }),
    {
      kind: 'tls-client',
      at: 'Sequelize()',
      options: {
        verify: {
          from: [
            '$3.dialectOptions.ssl.rejectUnauthorized',
            '$1.dialectOptions.ssl.rejectUnauthorized',
            '$0.dialectOptions.ssl.rejectUnauthorized',
          ],
        },
      },
      fix: { verify: '$1.dialectOptions.ssl.rejectUnauthorized = true' },
    },
  ],
  propagators: ends(
    'Db.query()',
    `Table.${READS}()`,
    'Table.{findByPk,update,bulkCreate,increment,decrement}()',
    'Db.{authenticate,sync}()',
  ),
});
