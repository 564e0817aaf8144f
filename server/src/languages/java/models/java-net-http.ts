import { model } from '../../../facts/model';

export default model({
  library: 'java.net.http',
  types: {
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
});
