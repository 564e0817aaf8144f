import { model } from '../../../facts/model';

export default model({
  library: 'worker_threads',
  aliases: ['cluster'],
  sinks: { code: [{ at: 'Worker($0)', variant: 'module' }] },
});
