import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.reactive.function.client',
  types: {
    Client: [
      'type org.springframework.web.reactive.function.client.WebClient',
      'WebClient.create()',
      'Builder.build()',
    ],
    Builder: [
      'type org.springframework.web.reactive.function.client.WebClient.Builder',
      'WebClient.builder()',
      'Builder.{baseUrl,defaultHeader,clientConnector,filter}()',
    ],
    Call: [
      'Client.{get,post,put,patch,delete,head,options,method}()',
      'type org.springframework.web.reactive.function.client.WebClient.RequestHeadersUriSpec',
      'type org.springframework.web.reactive.function.client.WebClient.RequestBodyUriSpec',
    ],
  },
  sinks: { url: ['WebClient.create($0)', 'Builder.baseUrl($0)', 'Call.uri($0)'] },
  propagators: [
    { at: 'Call.uri()', to: [] },
    { at: 'WebClient.create()', to: [] },
  ],
});
