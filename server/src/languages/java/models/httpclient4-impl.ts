import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.http.impl.client',
  types: {
    Builder: [
      'type org.apache.http.impl.client.HttpClientBuilder',
      'HttpClients.custom()',
      'HttpClientBuilder.create()',
      'Builder.{setSSLContext,setSSLSocketFactory,setConnectionManager,setDefaultRequestConfig,disableRedirectHandling,useSystemProperties}()',
    ],
    Client: ['type org.apache.http.impl.client.CloseableHttpClient', 'HttpClients.createDefault()', 'Builder.build()'],
  },
  propagators: [{ at: 'Client.execute()', to: [] }],
  configs: [
    {
      kind: 'tls-client',
      at: 'Builder.setSSLHostnameVerifier()',
      options: { hostname: { from: ['$0'] } },
    },
    {
      kind: 'tls-client',
      at: 'Builder.setSSLHostnameVerifier()',
      when: { $0: ['org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE'] },
      options: { hostname: { from: [], unset: false } },
    },
  ],
});
