import { model } from '../../../facts/model';
import { JOINING_SHELLS, OPTION_READERS, RUN_TEXT, SHELLS } from './_words';

export default model({
  library: 'os/exec',
  types: { Process: ['type os/exec#Cmd', 'Cmd()', 'Command()', 'CommandContext()'] },
  sinks: {
    shell: [
      // The program itself.
      { at: 'Command($0)' },
      { at: 'CommandContext($1)' },
      { at: 'Cmd($Path)' },
      // What follows the text of a shell are its parameters.
      { at: 'Command($2)', when: { $0: SHELLS, $1: RUN_TEXT }, fix: { run: '@{os/exec}.Command($items)' } },
      { at: 'Command($2…)', when: { $0: JOINING_SHELLS, $1: RUN_TEXT } },
      {
        at: 'CommandContext($3)',
        when: { $1: SHELLS, $2: RUN_TEXT },
        fix: { run: '@{os/exec}.CommandContext($0, $items)' },
      },
      { at: 'CommandContext($3…)', when: { $1: JOINING_SHELLS, $2: RUN_TEXT } },
      { at: 'Cmd($Args)', deep: true, when: { '$Args[]': RUN_TEXT } },
    ],
    'command-argument': [
      { at: 'Command($1…)', when: { $0: OPTION_READERS }, unless: { '$1…': '--' }, variant: 'argument' },
      { at: 'CommandContext($2…)', when: { $1: OPTION_READERS }, unless: { '$2…': '--' }, variant: 'argument' },
    ],
  },
  propagators: [
    { at: 'exec.{Command,CommandContext,LookPath}()', to: [] },
    { at: 'Process.*()', to: [] },
  ],
});
