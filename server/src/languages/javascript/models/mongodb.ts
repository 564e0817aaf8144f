import { type ConfigSpec, model } from '../../../facts/model';
import { ends } from './_words';

const FILTERED =
  '{find,findOne,findOneAndUpdate,findOneAndDelete,findOneAndReplace,findAndModify,updateOne,updateMany,update,replaceOne,deleteOne,deleteMany,remove,count,countDocuments,aggregate}';

/** Collections are commonly handed around, so a collection is also what any `collection()` gives. */
export default model({
  library: 'mongodb',
  aliases: ['mongojs', 'monk', 'mongoist', 'marsdb'],
  types: {
    Client: ['MongoClient()', 'MongoClient.connect()', 'MongoClient().connect()', 'type mongodb#MongoClient'],
    Db: [
      'Client.db()',
      'MongoClient.connect($*).param(1)',
      'MongoClient().connect($*).param(1)',
      'mongojs()',
      'monk()',
      'type mongodb#Db',
    ],
    Collection: [
      'Db.collection()',
      'Db.collection($1).param(1)',
      '*.collection()',
      'Collection()',
      'monk().get()',
      'type mongodb#Collection',
    ],
  },
  stores: [
    { kind: 'row', does: 'names', at: 'Db.collection()' },
    { kind: 'row', does: 'names', at: '*.collection()' },
    { kind: 'row', does: 'write', at: 'Collection.{insert,insertOne,insertMany,save}($0)', key: 'thing' },
    {
      kind: 'row',
      does: 'write',
      at: 'Collection.{update,updateOne,updateMany,findOneAndUpdate,replaceOne,findOneAndReplace}($1)',
      key: 'thing',
    },
    {
      kind: 'row',
      does: 'write',
      at: 'Collection.{update,updateOne,updateMany,findOneAndUpdate}($1.$set)',
      key: 'thing',
    },
    { kind: 'row', does: 'read', at: 'Collection.{find,findOne,aggregate,findOneAndUpdate}()', key: 'thing' },
  ],
  sinks: {
    nosql: [
      { at: `Collection.${FILTERED}($0)`, objectsOnly: true, deep: true, exceptKeys: ['$eq'] },
      { at: 'Collection.distinct($1)', objectsOnly: true, deep: true, exceptKeys: ['$eq'] },
      { at: `Collection.${FILTERED}($0.$where)`, variant: 'script' },
      { at: 'Collection.mapReduce($0)', variant: 'script' },
      { at: 'Collection.mapReduce($1)', variant: 'script' },
      { at: 'Db.{eval,executeDbAdminCommand}($0)', variant: 'script' },
      { at: 'Code($0)', variant: 'script' },
    ],
  },
  sanitizers: [
    { at: 'ObjectId()', cleans: 'all' },
    { at: 'ObjectID()', cleans: 'all' },
    { at: 'ObjectId.createFromHexString()', cleans: 'all' },
    { at: 'ObjectID.createFromHexString()', cleans: 'all' },
    { at: 'Int32()', cleans: 'all' },
    { at: 'Long.fromString()', cleans: 'all' },
  ],
  configs: [
    ...['MongoClient()', 'MongoClient.connect()'].map(
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
    `Collection.${FILTERED}()`,
    'Collection.{insert,insertOne,insertMany,createIndex,distinct}()',
    'Client.{connect,db,close}()',
    'Db.collection()',
  ),
});
