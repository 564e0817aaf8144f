import { model } from '../../../facts/model';

export default model({
  library: 'serialize-to-js',
  aliases: ['serialize-to-module'],
  sinks: { deserialization: ['deserialize($0)'] },
});
