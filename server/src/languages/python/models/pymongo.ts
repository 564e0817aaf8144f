import { model } from '../../../facts/model';
import { databaseClient } from './_words';

const FILTERED =
  '{find,find_one,find_one_and_update,find_one_and_delete,find_one_and_replace,update_one,update_many,replace_one,delete_one,delete_many,count_documents,find_raw_batches}';

export default model({
  library: 'pymongo',
  aliases: ['motor.motor_asyncio', 'motor.motor_tornado', 'motor'],
  types: {
    Client: [
      'MongoClient()',
      'AsyncMongoClient()',
      'AsyncIOMotorClient()',
      'MotorClient()',
      'type pymongo#MongoClient',
      'type motor.motor_asyncio#AsyncIOMotorClient',
    ],
    Base: [
      'Client[]',
      'Client.*',
      'Client.{get_database,get_default_database}()',
      'type pymongo.database#Database',
      'type motor.motor_asyncio#AsyncIOMotorDatabase',
    ],
    Documents: [
      'Base[]',
      'Base.*',
      'Base.get_collection()',
      'type pymongo.collection#Collection',
      'type motor.motor_asyncio#AsyncIOMotorCollection',
    ],
  },
  sources: { database: [`Documents.{find,find_one,aggregate,distinct}()`] },
  stores: [
    { kind: 'row', does: 'write', at: 'Documents.{insert_one,insert_many,insert,save}($0)', key: 'thing' },
    {
      kind: 'row',
      does: 'write',
      at: 'Documents.{update_one,update_many,replace_one,find_one_and_update}($1)',
      key: 'thing',
    },
    { kind: 'row', does: 'read', at: 'Documents.{find,find_one,aggregate}()', key: 'thing' },
  ],
  sinks: {
    nosql: [
      { at: `Documents.${FILTERED}($0.$where)`, variant: 'script' },
      { at: `Documents.${FILTERED}($0)`, objectsOnly: true, deep: true },
      { at: `Documents.${FILTERED}($filter)`, objectsOnly: true, deep: true },
      { at: 'Documents.aggregate($0)', objectsOnly: true, deep: true },
      { at: 'Documents.distinct($1)', objectsOnly: true, deep: true },
      { at: 'Base.eval($0)', variant: 'script' },
      { at: 'Documents.map_reduce($0)', variant: 'script' },
      { at: 'Documents.map_reduce($1)', variant: 'script' },
    ],
  },
  propagators: [{ at: 'Documents.*()', to: [] }],
  configs: ['MongoClient()', 'AsyncMongoClient()', 'AsyncIOMotorClient()', 'MotorClient()'].map((at) => ({
    ...databaseClient(at, { host: { from: ['$0', '$host'] } }),
    fix: {
      environment: 'MONGODB_PASSWORD',
      ssl: '$tls = True',
      insecure: '$tlsInsecure -; $tlsAllowInvalidCertificates -; $tlsAllowInvalidHostnames -',
    },
  })),
});
