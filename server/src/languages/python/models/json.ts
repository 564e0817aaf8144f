import { model } from '../../../facts/model';

export default model({
  library: 'json',
  aliases: ['simplejson', 'ujson', 'orjson', 'rapidjson'],
  types: { Json: ['dumps()'] },
  sources: { 'json-text': ['dumps()'] },
  sanitizers: [
    // Line breaks and quotes are escaped, angle brackets are not.
    { at: 'dumps()', cleans: ['log', 'header', 'nosql'] },
  ],
  propagators: [
    { at: 'loads()', from: ['$0'] },
    { at: 'load()', from: ['$0'] },
    { at: 'dump()', from: ['$0'], to: ['$1'] },
  ],
});
