import { model } from '../../../facts/model';

export default model({
  library: 'debug',
  types: { Log: ['debug()', 'Log.extend()', 'type debug#Debugger'] },
  sinks: { log: ['Log($*)'] },
  propagators: [
    { at: 'debug()', to: [] },
    { at: 'Log()', to: [] },
  ],
});
