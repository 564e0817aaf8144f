import { model } from '../../../facts/model';
import { OPTION_READERS, SHELLS, sinks } from './_words';

const STARTERS = ['run', 'call', 'check_call', 'check_output', 'Popen'];

export default model({
  library: 'subprocess',
  sinks: {
    shell: [
      ...sinks(
        STARTERS.map((name) => `${name}($0)`),
        { when: { $shell: true }, fix: { arguments: '$list, $1...', drop: 'shell' } },
      ),
      ...sinks(
        STARTERS.map((name) => `${name}($args)`),
        { when: { $shell: true } },
      ),
      // A list for a shell started by name: what follows "-c" is a command line.
      ...sinks(
        STARTERS.map((name) => `${name}($0[])`),
        { when: { '$0[]': SHELLS } },
      ),
      // The program itself.
      ...sinks(
        STARTERS.map((name) => `${name}($0[0])`),
        {},
      ),
      { at: 'getoutput($0)', fix: { run: '@{subprocess}.run($list, capture_output=True, text=True).stdout' } },
      'getstatusoutput($0)',
    ],
    'command-argument': sinks(
      STARTERS.map((name) => `${name}($0[])`),
      { when: { '$0[]': OPTION_READERS }, unless: { '$0[]': '--' }, variant: 'argument' },
    ),
  },
  propagators: [
    ...STARTERS.map((name) => ({ at: `${name}()`, to: [] })),
    { at: 'getoutput()', to: [] },
    { at: 'getstatusoutput()', to: [] },
  ],
  configs: [
    {
      kind: 'program-run',
      at: 'subprocess.{run,call,check_call,check_output,Popen}()',
      options: { arguments: { from: ['$0', '$args'] }, output: { from: ['$stdout'] } },
    },
  ],
});
