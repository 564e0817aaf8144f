import { model } from '../../../facts/model';

export default model({
  library: 'pexpect',
  sinks: { shell: ['spawn($0)', 'run($0)', 'spawnu($0)'] },
});
