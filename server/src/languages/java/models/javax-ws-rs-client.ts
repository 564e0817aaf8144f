import { model } from '../../../facts/model';

export default model({
  library: 'javax.ws.rs.client',
  aliases: ['jakarta.ws.rs.client'],
  types: {
    Client: ['type javax.ws.rs.client.Client', 'ClientBuilder.newClient()', 'ClientBuilder.newBuilder().build()'],
    Target: ['type javax.ws.rs.client.WebTarget', 'Client.target()', 'Target.{path,queryParam,resolveTemplate}()'],
    Builder: [
      'type javax.ws.rs.client.ClientBuilder',
      'ClientBuilder.newBuilder()',
      'Builder.{hostnameVerifier,sslContext,trustStore,register}()',
    ],
  },
  sinks: { url: ['Client.target($0)'] },
  propagators: [{ at: 'Target.request()', to: [] }],
  configs: [{ kind: 'tls-client', at: 'Builder.hostnameVerifier()', options: { hostname: { from: ['$0'] } } }],
});
