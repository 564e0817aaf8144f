import { model } from '../../../facts/model';

export default model({
  library: 'com.fasterxml.jackson.annotation',
  configs: [
    {
      // The data names the class.
      kind: 'deserializer',
      at: 'JsonTypeInfo()',
      when: { $use: ['Id.CLASS', 'Id.MINIMAL_CLASS', 'CLASS', 'MINIMAL_CLASS'] },
      options: { safe: { from: [], unset: false } },
    },
  ],
});
