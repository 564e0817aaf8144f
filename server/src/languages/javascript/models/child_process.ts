import { model } from '../../../facts/model';
import { ends, OPTION_READERS, SHELLS } from './_words';

const TO_LIST = '$program, $arguments, $1...';
const PROGRAMS = 'child_process.{spawn,spawnSync,execFile,execFileSync}';

export default model({
  library: 'child_process',
  sinks: {
    shell: [
      { at: 'exec($0)', fix: { to: 'execFile', arguments: TO_LIST } },
      { at: 'execSync($0)', fix: { to: 'execFileSync', arguments: TO_LIST } },
      { at: `${PROGRAMS}($0)` },
      { at: `${PROGRAMS}($1[])`, when: { '$2.shell': [true, ...SHELLS] } },
      { at: `${PROGRAMS}($1[])`, when: { $0: SHELLS } },
    ],
    'command-argument': [
      {
        at: `${PROGRAMS}($1[])`,
        when: { $0: OPTION_READERS, '$2.shell': [undefined, false] },
        unless: { '$1[]': '--' },
        variant: 'argument',
      },
    ],
    code: [{ at: 'fork($0)', variant: 'module' }],
  },
  propagators: ends('child_process.{exec,execSync,spawn,spawnSync,execFile,execFileSync,fork}()'),
  configs: [
    {
      kind: 'program-run',
      at: 'child_process.{execFile,execFileSync,spawn,spawnSync}()',
      options: { program: { from: ['$0'] }, arguments: { from: ['$1'] } },
    },
  ],
});
