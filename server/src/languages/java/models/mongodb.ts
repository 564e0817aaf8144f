import { model } from '../../../facts/model';

export default model({
  library: 'com.mongodb',
  types: {
    Query: ['type com.mongodb.BasicDBObject', 'BasicDBObject()'],
    Database: ['type com.mongodb.client.MongoDatabase', 'type com.mongodb.DB'],
  },
  sinks: {
    nosql: [
      'BasicDBObject.parse($0)',
      { at: 'BasicDBObject("$where", $1)', variant: 'script' },
      { at: 'Query.{put,append}("$where", $1)', variant: 'script' },
      { at: 'client.model.Filters.where($0)', variant: 'script' },
      { at: 'Database.{eval,doEval}($0)', variant: 'script' },
      'util.JSON.parse($0)',
    ],
  },
});
