import { model } from '../../../facts/model';

const UNSAFE = ['DEFAULT_FULL_SCHEMA', 'js-yaml#DEFAULT_FULL_SCHEMA'];

export default model({
  library: 'js-yaml',
  sinks: {
    deserialization: [
      { at: 'js-yaml.{load,loadAll}($0)', when: { '$1.schema': UNSAFE }, fix: { json: '' } },
      { at: 'js-yaml.loadAll($0)', when: { '$2.schema': UNSAFE }, fix: { json: '' } },
    ],
  },
});
