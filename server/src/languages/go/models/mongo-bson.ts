import { model } from '../../../facts/model';

export default model({
  library: 'go.mongodb.org/mongo-driver/bson',
  aliases: [
    'go.mongodb.org/mongo-driver/v2/bson',
    'gopkg.in/mgo.v2/bson',
    'go.mongodb.org/mongo-driver/bson/primitive',
  ],
  sanitizers: [{ at: 'bson.{ObjectIDFromHex,ObjectIdHex,IsObjectIdHex}()', cleans: 'all' }],
  propagators: [
    { at: 'bson.{Unmarshal,UnmarshalExtJSON}()', from: ['$0'], to: ['$1'] },
    { at: 'UnmarshalExtJSON()', from: ['$0'], to: ['$2'] },
  ],
});
