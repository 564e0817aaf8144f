import { model } from '../../../facts/model';

export default model({
  library: 'crypto/tls',
  types: { Settings: ['type crypto/tls#Config', 'Config()'] },
  sinks: { url: ['Dial($1)'] },
  propagators: [{ at: 'tls.{Dial,LoadX509KeyPair,X509KeyPair}()', to: [] }],
  configs: [
    {
      kind: 'tls-client',
      at: 'Settings',
      options: { insecure: { from: ['.InsecureSkipVerify'] } },
      fix: { insecure: '$InsecureSkipVerify = false' },
    },
    {
      kind: 'tls-client',
      at: 'Config()',
      options: { insecure: { from: ['$InsecureSkipVerify', '.InsecureSkipVerify'], unset: false } },
      fix: { insecure: '$InsecureSkipVerify = false' },
    },
    {
      kind: 'tls-protocol',
      at: 'Config()',
      options: {
        version: { from: ['$MinVersion', '.MinVersion'] },
        highest: { from: ['$MaxVersion', '.MaxVersion'] },
        suites: { from: ['$CipherSuites', '.CipherSuites'] },
      },
      fix: {
        version: '$MinVersion = @{crypto/tls}.VersionTLS12',
        highest: '$MaxVersion -',
        suites: '$CipherSuites -',
      },
    },
    {
      kind: 'tls-protocol',
      at: 'Settings',
      options: { version: { from: ['.MinVersion'] }, highest: { from: ['.MaxVersion'] } },
      fix: { version: '$MinVersion = @{crypto/tls}.VersionTLS12' },
    },
  ],
});
