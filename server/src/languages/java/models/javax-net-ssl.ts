import { model } from '../../../facts/model';

export default model({
  library: 'javax.net.ssl',
  types: { Connection: ['type javax.net.ssl.HttpsURLConnection'] },
  extends: { Connection: ['java.net:Connection'] },
  configs: [
    {
      kind: 'tls-client',
      at: 'HttpsURLConnection.setDefaultHostnameVerifier()',
      options: { hostname: { from: ['$0'] } },
    },
    { kind: 'tls-client', at: 'Connection.setHostnameVerifier()', options: { hostname: { from: ['$0'] } } },
  ],
});
