import { model } from '../../../facts/model';

export default model({
  library: 'com.google.gson',
  types: {
    Mapper: ['type com.google.gson.Gson', 'Gson()', 'GsonBuilder().create()'],
    Json: ['Mapper.toJson()'],
    Tree: [
      'type com.google.gson.JsonElement',
      'type com.google.gson.JsonObject',
      'JsonParser.{parseString,parseReader}()',
    ],
  },
  sanitizers: [{ at: 'Tree.{getAsInt,getAsLong,getAsDouble,getAsBoolean,getAsBigDecimal}()', cleans: 'all' }],
  propagators: [
    { at: 'Mapper.{fromJson,toJson,toJsonTree}()', from: ['$0'] },
    { at: 'JsonParser.{parseString,parseReader}()', from: ['$0'] },
    { at: 'Tree.{get,getAsString,getAsJsonObject,getAsJsonArray,toString}()', from: ['$this'] },
  ],
});
