import { model } from '../../../facts/model';
import { ends, OPTION_READERS, SHELLS } from './_words';

const PROGRAMS = 'execa.{execa,execaSync}';

export default model({
  library: 'execa',
  sinks: {
    shell: [
      `${PROGRAMS}($0)`,
      'execa($0)',
      'execa.sync($0)',
      'execaCommand($0)',
      'execaCommandSync($0)',
      'execa.{command,commandSync,shell,shellSync}($0)',
      { at: `${PROGRAMS}($1[])`, when: { '$2.shell': true } },
      { at: `${PROGRAMS}($1[])`, when: { $0: SHELLS } },
      { at: 'execaNode($0)' },
    ],
    'command-argument': [
      {
        at: `${PROGRAMS}($1[])`,
        when: { $0: OPTION_READERS, '$2.shell': [undefined, false] },
        unless: { '$1[]': '--' },
        variant: 'argument',
      },
    ],
  },
  propagators: ends(`${PROGRAMS}()`, 'execa.{execaCommand,execaCommandSync}()', 'execa.*()'),
});
