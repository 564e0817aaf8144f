import { type ConfigSpec, model } from '../../../facts/model';
import { ends, means, PASSWORD_FIELDS, textLength } from './_words';

const FILTERED =
  '{find,findOne,findOneAndUpdate,findOneAndDelete,findOneAndRemove,findOneAndReplace,updateOne,updateMany,update,replaceOne,deleteOne,deleteMany,remove,count,countDocuments,exists,aggregate}';

export default model({
  library: 'mongoose',
  aliases: ['@nestjs/mongoose', '@typegoose/typegoose'],
  types: {
    Table: [
      'model()',
      'models.*',
      'connection.model()',
      'createConnection().model()',
      'connection.models.*',
      'Model',
      'getModelForClass()',
      'type mongoose#Model',
      'type mongoose#PaginateModel',
      'type @typegoose/typegoose#ReturnModelType',
      'Table.discriminator()',
    ],
    Query: [`Table.${FILTERED}()`, 'Table.where()', 'Query.*()', 'Table.findById()'],
  },
  stores: [
    { kind: 'row', does: 'names', at: 'model()' },
    { kind: 'row', does: 'write', at: 'Table($0)', key: 'thing' },
    { kind: 'row', does: 'write', at: 'Table.{create,insertMany}($0)', key: 'thing' },
    {
      kind: 'row',
      does: 'write',
      at: 'Table.{findByIdAndUpdate,findOneAndUpdate,updateOne,updateMany,update,replaceOne,findOneAndReplace}($1)',
      key: 'thing',
    },
    {
      kind: 'row',
      does: 'write',
      at: 'Table.{findByIdAndUpdate,findOneAndUpdate,updateOne,updateMany,update}($1.$set)',
      key: 'thing',
    },
    {
      kind: 'row',
      does: 'read',
      at: 'Table.{find,findOne,findById,findByIdAndUpdate,findOneAndUpdate,aggregate}()',
      key: 'thing',
    },
  ],
  sinks: {
    'model-fields': [
      { at: 'Table($0)', objectsOnly: true },
      { at: 'Table.{create,insertMany}($0)', objectsOnly: true },
      {
        at: 'Table.{findByIdAndUpdate,findOneAndUpdate,updateOne,updateMany,update,replaceOne,findOneAndReplace}($1)',
        objectsOnly: true,
      },
      { at: 'Table.{findByIdAndUpdate,findOneAndUpdate,updateOne,updateMany,update}($1.$set)', objectsOnly: true },
    ],

    nosql: [
      { at: `Table.${FILTERED}($0)`, objectsOnly: true, deep: true, exceptKeys: ['$eq'] },
      { at: 'Table.distinct($1)', objectsOnly: true, deep: true, exceptKeys: ['$eq'] },
      { at: `Query.{find,findOne,and,or,nor}($0)`, objectsOnly: true, deep: true, exceptKeys: ['$eq'] },
      { at: `Table.${FILTERED}($0.$where)`, variant: 'script' },
      { at: 'Query.$where($0)', variant: 'script' },
      { at: 'Table.$where($0)', variant: 'script' },
      { at: 'Table.mapReduce($0.map)', variant: 'script' },
    ],
  },
  sanitizers: [
    { at: 'Types.{ObjectId,Decimal128}()', cleans: 'all' },
    { at: 'Types.ObjectId.createFromHexString()', cleans: 'all' },
    { at: 'sanitizeFilter()', cleans: ['nosql'] },
  ],
  guards: [
    { at: 'isValidObjectId($0)', cleans: 'all' },
    { at: 'Types.ObjectId.isValid($0)', cleans: 'all' },
    { at: 'isObjectIdOrHexString($0)', cleans: 'all' },
  ],
  configs: [
    ...PASSWORD_FIELDS.map((name): ConfigSpec => {
      const least = ['minlength', 'minLength'].flatMap((option) => [`$0.${name}.${option}`, `$0.${name}.${option}.0`]);
      const most = ['maxlength', 'maxLength'].flatMap((option) => [`$0.${name}.${option}`, `$0.${name}.${option}.0`]);
      const { options, ...rest } = textLength('Schema()', least, most);
      return { ...rest, options: { ...options, name: means(name) } };
    }),

    ...['connect()', 'createConnection()'].map(
      (at): ConfigSpec => ({
        kind: 'database-client',
        at,
        options: {
          password: { from: ['$1.auth.password', '$1.pass'] },
          user: { from: ['$1.auth.username', '$1.user'] },
          ssl: { from: ['$1.tls', '$1.ssl'] },
          insecure: { from: ['$1.tlsInsecure', '$1.tlsAllowInvalidCertificates', '$1.tlsAllowInvalidHostnames'] },
          verify: { from: ['$1.sslValidate'] },
        },
        fix: {
          environment: 'MONGODB_PASSWORD',
          ssl: '$1.tls = true',
          insecure: '$1.tlsInsecure -; $1.tlsAllowInvalidCertificates -; $1.tlsAllowInvalidHostnames -',
          verify: '$1.sslValidate = true',
        },
      }),
    ),
  ],
  propagators: ends(
    `Table.${FILTERED}()`,
    'Table.{findById,findByIdAndUpdate,findByIdAndDelete,insertMany,distinct}()',
    'Query.*()',
    'connect()',
  ),
});
