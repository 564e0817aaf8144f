import { model } from '../../../facts/model';

export default model({
  library: 'org.json',
  types: { Tree: ['type org.json.JSONObject', 'type org.json.JSONArray', 'JSONObject()', 'JSONArray()'] },
  sanitizers: [
    {
      at: 'Tree.{getInt,getLong,getDouble,getBoolean,optInt,optLong,optDouble,optBoolean,length,has}()',
      cleans: 'all',
    },
  ],
  propagators: [{ at: 'Tree.{get,getString,getJSONObject,getJSONArray,opt,optString,toString}()', from: ['$this'] }],
});
