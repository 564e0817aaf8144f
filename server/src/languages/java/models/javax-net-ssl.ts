import { model } from '../../../facts/model';

export default model({
  library: 'javax.net.ssl',
  types: {
    Socket: [
      'type javax.net.ssl.SSLSocket',
      'type javax.net.ssl.SSLServerSocket',
      'type javax.net.ssl.SSLEngine',
      'type javax.net.ssl.SSLParameters',
    ],
    Connection: ['type javax.net.ssl.HttpsURLConnection'],
    Trust: ['type javax.net.ssl.X509TrustManager', 'type javax.net.ssl.X509ExtendedTrustManager'],
    Verifier: ['type javax.net.ssl.HostnameVerifier'],
  },
  extends: { Connection: ['java.net:Connection'] },
  configs: [
    {
      kind: 'tls-protocol',
      at: 'SSLContext.getInstance()',
      options: { version: { from: ['$0'] } },
      fix: { version: '$0 = "TLSv1.2"' },
    },
    {
      kind: 'tls-protocol',
      at: 'Socket.setEnabledProtocols()',
      options: { version: { from: ['$0'] } },
      fix: { version: '$0 = new String[] {"TLSv1.2", "TLSv1.3"}' },
    },
    {
      kind: 'tls-protocol',
      at: 'Socket.setProtocols()',
      options: { version: { from: ['$0'] } },
      fix: { version: '$0 = new String[] {"TLSv1.2", "TLSv1.3"}' },
    },
    {
      kind: 'tls-client',
      overriding: ['Trust.checkServerTrusted'],
      body: 'nothing',
      options: { verify: { from: [], unset: false } },
    },
    {
      kind: 'tls-client',
      overriding: ['Verifier.verify'],
      body: 'true',
      options: { hostname: { from: [], unset: false } },
    },
    {
      kind: 'tls-client',
      at: 'HttpsURLConnection.setDefaultHostnameVerifier()',
      options: { hostname: { from: ['$0'] } },
    },
    { kind: 'tls-client', at: 'Connection.setHostnameVerifier()', options: { hostname: { from: ['$0'] } } },
  ],
});
