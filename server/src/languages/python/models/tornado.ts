import { model } from '../../../facts/model';
import { corsHeader, credential, ESCAPE_HTML, sinks } from './_words';

const PAGES = ['Handler.{write,finish}($0)'];
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

export default model({
  library: 'tornado',
  types: {
    Handler: ['type tornado.web#RequestHandler', 'type tornado.websocket#WebSocketHandler'],
    Client: ['httpclient.{AsyncHTTPClient,HTTPClient}()'],
  },
  sources: {
    remote: [
      { at: 'Handler.{get_query_argument,get_query_arguments}()', part: 'query' },
      'Handler.{get_argument,get_arguments,get_body_argument,get_body_arguments,get_cookie,get_json_body}()',
      'Handler.request.{arguments,query_arguments,body_arguments,body,headers,cookies,files,query,path,uri}',
      'Handler.{path_args,path_kwargs}',
      { overriding: METHODS.map((method) => `Handler.${method}`) },
      { overriding: ['Handler.on_message'] },
    ],
  },
  sinks: {
    html: sinks(PAGES, { fix: ESCAPE_HTML }),
    redirect: ['Handler.redirect($0)'],
    template: ['template.Template($0)'],
    url: ['Client.fetch($0)', 'httpclient.HTTPRequest($0)'],
    header: [{ at: 'Handler.set_header("Content-Disposition", $1)', variant: 'file-name' }],
  },
  sanitizers: [
    { at: 'escape.xhtml_escape()', cleans: ['html'] },
    { at: 'escape.url_escape()', cleans: ['html', 'html-script', 'header', 'log', 'redirect', 'path'] },
    { at: 'escape.json_encode()', cleans: ['log', 'header'] },
    { at: 'Handler.{render_string,reverse_url,static_url}()', cleans: 'all' },
  ],
  renders: [{ at: 'Handler.{render,render_string}()', template: '$0', values: ['keywords'], escapes: true }],
  propagators: [
    { at: 'Handler.{write,finish,render,redirect,set_header,set_cookie,set_status,send_error}()', to: [] },
    { at: 'Client.fetch()', to: [] },
  ],
  configs: [
    {
      kind: 'template-engine',
      at: 'template.{Loader,Template,DictLoader}()',
      options: { escape: { from: ['$autoescape'], unset: true } },
    },
    {
      kind: 'debug-mode',
      at: 'web.Application()',
      options: { enabled: { from: ['$debug'] } },
      fix: { enabled: '$debug = False' },
    },
    {
      kind: 'cookie',
      at: 'Handler.{set_cookie,set_secure_cookie,set_signed_cookie}()',
      options: {
        name: { from: ['$0', '$name'] },
        value: { from: ['$1', '$value'] },
        secure: { from: ['$secure'], unset: false },
        httpOnly: { from: ['$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: null },
      },
      fix: { secure: '$secure = True', httpOnly: '$httponly = True', sameSite: '$samesite = "Lax"' },
    },
    corsHeader('Handler.set_header("Access-Control-Allow-Origin")', '$1'),
    credential('web.Application()', '$cookie_secret'),
    {
      kind: 'tls-client',
      at: 'Client.fetch()',
      options: { verify: { from: ['$validate_cert'] } },
      fix: { verify: '$validate_cert -' },
    },
    {
      kind: 'tls-client',
      at: 'httpclient.HTTPRequest()',
      options: { verify: { from: ['$validate_cert'] } },
      fix: { verify: '$validate_cert -' },
    },
  ],
});
