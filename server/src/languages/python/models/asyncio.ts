import { model } from '../../../facts/model';
import { OPTION_READERS, SHELLS } from './_words';

export default model({
  library: 'asyncio',
  aliases: ['asyncio.subprocess'],
  sinks: {
    shell: [
      { at: 'create_subprocess_shell($0)', fix: { to: 'create_subprocess_exec', arguments: '$items, $1...' } },
      { at: 'create_subprocess_exec($1…)', when: { $0: SHELLS } },
      'create_subprocess_exec($0)',
    ],
    'command-argument': [
      {
        at: 'create_subprocess_exec($1…)',
        when: { $0: OPTION_READERS },
        unless: { '$1…': '--' },
        variant: 'argument',
      },
    ],
  },
  propagators: [
    { at: 'create_subprocess_shell()', to: [] },
    { at: 'create_subprocess_exec()', to: [] },
    { at: 'sleep()', to: [] },
  ],
  operations: { 'promise.all': ['gather()'] },
});
