import { model } from '../../../facts/model';

export default model({
  library: 'java.net.http',
  types: {
    ClientBuilder: [
      'type java.net.http.HttpClient.Builder',
      'HttpClient.newBuilder()',
      'ClientBuilder.{version,followRedirects,connectTimeout,executor,proxy,authenticator,sslContext,cookieHandler}()',
    ],
    Request: ['type java.net.http.HttpRequest', 'Builder.build()'],
    Builder: [
      'type java.net.http.HttpRequest.Builder',
      'HttpRequest.newBuilder()',
      'Builder.{uri,GET,POST,PUT,DELETE,method,header,headers,setHeader,timeout,version,expectContinue}()',
    ],
    Client: ['type java.net.http.HttpClient', 'HttpClient.newHttpClient()', 'HttpClient.newBuilder().build()'],
    Sockets: ['type java.net.http.WebSocket.Builder', 'Client.newWebSocketBuilder()'],
  },
  sinks: {
    url: ['HttpRequest.newBuilder($0)', 'Builder.uri($0)', 'Sockets.buildAsync($0)'],
  },
  propagators: [
    { at: 'Client.{send,sendAsync}()', to: [] },
    { at: 'HttpRequest.newBuilder()', to: [] },
    { at: 'Builder.*()', from: ['$this'] },
  ],
  configs: [
    {
      kind: 'outgoing-call',
      at: 'HttpClient.newHttpClient()',
      options: { timeout: { from: [], unset: null } },
      fix: {
        call: '@{java.net.http.HttpClient}.newBuilder().connectTimeout(@{java.time.Duration}.ofSeconds(10)).build()',
      },
    },
    {
      kind: 'outgoing-call',
      at: 'HttpClient.newBuilder()',
      options: { timeout: { from: ['.connectTimeout($0)'], unset: null } },
      use: ['ClientBuilder.build()'],
    },
  ],
});
