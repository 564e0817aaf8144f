import { model } from '../../../facts/model';
import { credential, means } from './_words';

export default model({
  library: 'golang.org/x/crypto/ssh',
  types: { Session: ['type golang.org/x/crypto/ssh#Session'] },
  sinks: {
    shell: ['Session.{Run,Start,Output,CombinedOutput}($0)'],
    url: ['Dial($1)'],
  },
  configs: [
    { kind: 'tls-client', at: 'InsecureIgnoreHostKey()', options: { verify: means(false) } },
    credential('Password()', '$0'),
  ],
});
