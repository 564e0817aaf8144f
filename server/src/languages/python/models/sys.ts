import { model } from '../../../facts/model';

export default model({
  library: 'sys',
  sources: { environment: ['argv', 'stdin.{read,readline,readlines}()', 'stdin[]'] },
  sinks: { log: ['stderr.write($0)', 'stdout.write($0)'] },
  propagators: [
    { at: 'stdout.write()', to: [] },
    { at: 'stderr.write()', to: [] },
  ],
  operations: { 'control.exit': ['exit()'] },
});
