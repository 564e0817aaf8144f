import { model } from '../../../facts/model';

export default model({
  library: 'okhttp3',
  types: {
    RequestBuilder: ['type okhttp3.Request.Builder', 'Request.Builder()'],
    ClientBuilder: [
      'type okhttp3.OkHttpClient.Builder',
      'OkHttpClient.Builder()',
      'OkHttpClient().newBuilder()',
      'ClientBuilder.{connectTimeout,readTimeout,writeTimeout,callTimeout,followRedirects,sslSocketFactory,addInterceptor}()',
    ],
    Call: ['type okhttp3.Call'],
  },
  sinks: { url: ['RequestBuilder.url($0)'] },
  propagators: [
    { at: 'Call.{execute,enqueue}()', to: [] },
    { at: 'RequestBuilder.url()', to: [] },
    { at: 'HttpUrl.{parse,get}()', from: ['$0'] },
  ],
  configs: [
    { kind: 'connection', at: 'RequestBuilder.url()', options: { address: { from: ['$0'] } } },

    {
      kind: 'outgoing-call',
      at: 'ClientBuilder.{connectTimeout,readTimeout,writeTimeout}()',
      options: { timeout: { from: ['$0'] } },
      fix: { timeout: '$0 = 10' },
    },
    { kind: 'tls-client', at: 'ClientBuilder.hostnameVerifier()', options: { hostname: { from: ['$0'] } } },
  ],
});
