import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.client',
  types: {
    Template: [
      'type org.springframework.web.client.RestTemplate',
      'type org.springframework.web.client.RestOperations',
      'type org.springframework.web.client.AsyncRestTemplate',
      'type org.springframework.boot.test.web.client.TestRestTemplate',
      'RestTemplate()',
    ],
    Client: ['type org.springframework.web.client.RestClient', 'RestClient.create()', 'Builder.build()'],
    Builder: [
      'type org.springframework.web.client.RestClient.Builder',
      'RestClient.builder()',
      'Builder.{baseUrl,defaultHeader,requestFactory}()',
    ],
    Call: [
      'Client.{get,post,put,patch,delete,head,options,method}()',
      'type org.springframework.web.client.RestClient.RequestHeadersUriSpec',
      'type org.springframework.web.client.RestClient.RequestBodyUriSpec',
    ],
  },
  sinks: {
    url: [
      'Template.{getForObject,getForEntity,postForObject,postForEntity,postForLocation,patchForObject,exchange,execute,put,delete,headForHeaders,optionsForAllow}($0)',
      'RestClient.create($0)',
      'Builder.baseUrl($0)',
      'Call.uri($0)',
    ],
  },
  propagators: [
    { at: 'Template.*()', to: [] },
    { at: 'Call.uri()', to: [] },
  ],
  configs: [
    {
      kind: 'connection',
      at: 'Template.{getForObject,getForEntity,postForObject,postForEntity,exchange,put,delete}()',
      options: { address: { from: ['$0'] } },
    },
    { kind: 'connection', at: 'RestClient.create()', options: { address: { from: ['$0'] } } },

    {
      kind: 'outgoing-call',
      at: 'RestTemplate()',
      when: { $0: undefined },
      options: { timeout: { from: ['.setRequestFactory($0)'], unset: null } },
      use: ['Template.{getForObject,getForEntity,postForObject,postForEntity,exchange,execute,put,delete}()'],
    },
  ],
});
