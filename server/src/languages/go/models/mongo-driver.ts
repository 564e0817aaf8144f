import { model } from '../../../facts/model';
import { nothing, sinks } from './_words';

const ONE = 'Collection.{Find,FindOne,FindOneAndDelete,DeleteOne,DeleteMany,CountDocuments}($1)';
const TWO = 'Collection.{UpdateOne,UpdateMany,FindOneAndUpdate,FindOneAndReplace,ReplaceOne}($1)';

/** A text in a filter is a text; only a whole document from outside can hold operators. */
export default model({
  library: 'go.mongodb.org/mongo-driver/mongo',
  aliases: ['go.mongodb.org/mongo-driver/v2/mongo'],
  types: {
    Client: ['type go.mongodb.org/mongo-driver/mongo#Client', 'mongo.{Connect,NewClient}()[0]'],
    Database: ['type go.mongodb.org/mongo-driver/mongo#Database', 'Client.Database()'],
    Collection: ['type go.mongodb.org/mongo-driver/mongo#Collection', 'Database.Collection()'],
    Cursor: ['Collection.{Find,Aggregate}()[0]', 'Collection.FindOne()'],
  },
  sinks: {
    nosql: [
      ...sinks([ONE, TWO], { deep: true, objectsOnly: true, exceptKeys: ['$eq'] }),
      ...sinks(['Collection.{Aggregate,Distinct}($1)'], { deep: true, objectsOnly: true }),
      ...sinks(['Collection.*($1.$where)', 'Collection.*($1.$function)'], { variant: 'script' }),
    ],
  },
  propagators: nothing('mongo.{Connect,NewClient}()', 'Client.*()', 'Database.*()', 'Collection.*()', 'Cursor.*()'),
});
