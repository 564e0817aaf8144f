import { model } from '../../../facts/model';

export default model({
  library: 'code',
  sinks: { code: ['InteractiveInterpreter().{runsource,runcode}($0)', 'compile_command($0)'] },
});
