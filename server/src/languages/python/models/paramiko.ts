import { model } from '../../../facts/model';
import { credential, means } from './_words';

const POLICIES = ['AutoAddPolicy', 'WarningPolicy'];

export default model({
  library: 'paramiko',
  aliases: ['paramiko.client'],
  types: { Shell: ['SSHClient()', 'Shell.__enter__()', 'type paramiko#SSHClient'] },
  sinks: {
    shell: ['Shell.exec_command($0)', 'Shell.invoke_shell().send($0)'],
    url: ['Shell.connect($0)', 'Transport($0)'],
  },
  propagators: [{ at: 'Shell.*()', to: [] }],
  configs: [
    // The policy may be handed over as an object or as its class.
    ...POLICIES.map((name) => ({
      kind: 'tls-client' as const,
      at: `${name}()`,
      options: { verify: means(false) },
      fix: { to: 'RejectPolicy' },
    })),
    {
      kind: 'tls-client',
      at: 'Shell.set_missing_host_key_policy()',
      when: { $0: POLICIES.flatMap((name) => [name, `paramiko.${name}`, `paramiko.client.${name}`]) },
      options: { verify: means(false) },
      fix: { call: '$callee(@{paramiko}.RejectPolicy)' },
    },
    credential('Shell.connect()', '$password', '$3'),
  ],
});
