import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.reactive.function.server',
  types: {
    Request: ['type org.springframework.web.reactive.function.server.ServerRequest'],
    Headers: ['Request.headers()', 'type org.springframework.web.reactive.function.server.ServerRequest.Headers'],
  },
  sources: {
    remote: [
      'Request.{queryParam,queryParams,pathVariable,pathVariables,path,uri,cookies,bodyToMono,bodyToFlux,body,formData,multipartData}()',
      'Headers.{header,firstHeader,asHttpHeaders,host}()',
    ],
  },
});
