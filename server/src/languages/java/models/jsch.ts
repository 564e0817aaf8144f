import { model } from '../../../facts/model';

export default model({
  library: 'com.jcraft.jsch',
  types: {
    Session: ['type com.jcraft.jsch.Session', 'JSch().getSession()'],
    Channel: ['type com.jcraft.jsch.ChannelExec'],
  },
  sinks: { shell: ['Channel.setCommand($0)'] },
  configs: [
    {
      kind: 'tls-client',
      at: 'Session.setConfig("StrictHostKeyChecking")',
      options: { verify: { from: ['$1'] } },
      fix: { verify: '$1 = "yes"' },
    },
    {
      kind: 'tls-client',
      at: 'JSch.setConfig("StrictHostKeyChecking")',
      options: { verify: { from: ['$1'] } },
      fix: { verify: '$1 = "yes"' },
    },
    {
      kind: 'tls-client',
      at: 'java.util:Table.{put,setProperty}("StrictHostKeyChecking")',
      options: { verify: { from: ['$1'] } },
      fix: { verify: '$1 = "yes"' },
    },
    { kind: 'credential', at: 'Session.setPassword()', options: { value: { from: ['$0'] } } },
  ],
});
