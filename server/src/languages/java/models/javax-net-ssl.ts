import { model } from '../../../facts/model';

export default model({
  library: 'javax.net.ssl',
  types: {
    Connection: ['type javax.net.ssl.HttpsURLConnection'],
    Trust: ['type javax.net.ssl.X509TrustManager', 'type javax.net.ssl.X509ExtendedTrustManager'],
    Verifier: ['type javax.net.ssl.HostnameVerifier'],
  },
  extends: { Connection: ['java.net:Connection'] },
  configs: [
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
