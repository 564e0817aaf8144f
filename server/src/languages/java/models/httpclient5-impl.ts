import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.hc.client5.http.impl.classic',
  types: {
    Builder: [
      'type org.apache.hc.client5.http.impl.classic.HttpClientBuilder',
      'HttpClients.custom()',
      'HttpClientBuilder.create()',
      'Builder.{setSSLContext,setSSLSocketFactory,setConnectionManager,setDefaultRequestConfig,disableRedirectHandling,useSystemProperties}()',
    ],
    Client: [
      'type org.apache.hc.client5.http.impl.classic.CloseableHttpClient',
      'HttpClients.createDefault()',
      'Builder.build()',
    ],
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
      when: { $0: ['org.apache.hc.client5.http.ssl.NoopHostnameVerifier.INSTANCE'] },
      options: { hostname: { from: [], unset: false } },
    },
  ],
});
