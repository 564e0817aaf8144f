import { model } from '../../../facts/model';

export default model({
  library: 'funcster',
  // What it is given is an object already: there is no text to parse in another way.
  sinks: {
    deserialization: [
      { at: 'funcster.deepDeserialize($0)', fix: { json: '' } },
      { at: 'funcster.deserialize($0)', fix: { json: '' } },
    ],
  },
});
