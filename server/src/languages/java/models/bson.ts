import { model } from '../../../facts/model';

export default model({
  library: 'org.bson',
  types: { Query: ['type org.bson.Document', 'Document()'] },
  sinks: {
    nosql: [
      'Document.parse($0)',
      'BsonDocument.parse($0)',
      { at: 'Document("$where", $1)', variant: 'script' },
      { at: 'Query.{put,append}("$where", $1)', variant: 'script' },
    ],
  },
  sanitizers: [{ at: 'types.ObjectId()', cleans: 'all' }],
  propagators: [{ at: 'Document.parse()', to: [] }],
});
