import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.http.server.reactive',
  types: {
    Request: [
      'type org.springframework.http.server.reactive.ServerHttpRequest',
      'type org.springframework.web.context.request.WebRequest',
      'type org.springframework.web.context.request.NativeWebRequest',
    ],
  },
  sources: {
    remote: [
      'Request.{getQueryParams,getHeaders,getCookies,getBody,getURI,getPath}()',
      'Request.{getParameter,getParameterValues,getParameterMap,getHeader,getHeaderValues}()',
    ],
  },
});
