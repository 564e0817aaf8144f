import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.util',
  types: {
    Address: [
      'type org.springframework.web.util.UriComponentsBuilder',
      'UriComponentsBuilder.{fromUriString,fromHttpUrl,fromPath,newInstance,fromUri}()',
      'Address.{path,pathSegment,queryParam,host,scheme,port,build,buildAndExpand,encode}()',
    ],
  },
  sanitizers: [
    { at: 'HtmlUtils.{htmlEscape,htmlEscapeDecimal,htmlEscapeHex}()', cleans: ['html'] },
    { at: 'JavaScriptUtils.javaScriptEscape()', cleans: ['html-script'] },
    { at: 'UriUtils.{encode,encodePathSegment,encodeQueryParam}()', cleans: ['url', 'redirect', 'header', 'html'] },
    // A value in a path or a query does not choose the host.
    { at: 'Address.{pathSegment,queryParam}()', cleans: ['url', 'redirect'], of: '$*' },
  ],
  propagators: [
    { at: 'UriComponentsBuilder.{fromUriString,fromHttpUrl,fromUri}()', from: ['$0'] },
    { at: 'Address.{path,host,build,buildAndExpand,encode,toUriString,toUri}()', from: ['$this', '$0'] },
    { at: 'HtmlUtils.htmlUnescape()', from: ['$0'] },
  ],
});
