import { model } from '../../../facts/model';
import { cookie, corsHeader, ESCAPE_HTML, HTTP_METHODS, sinks } from './_words';

const HANDLERS = [
  'web.{get,post,put,patch,delete,route,view}($1)',
  'App.router.{add_get,add_post,add_put,add_patch,add_delete}($1)',
  'App.router.add_route($2)',
  'web.RouteTableDef().{get,post,put,patch,delete}()($0)',
];

const REDIRECTS = [
  'HTTPFound',
  'HTTPSeeOther',
  'HTTPMovedPermanently',
  'HTTPTemporaryRedirect',
  'HTTPPermanentRedirect',
];

const PAGES = ['web.Response($text)', 'web.Response($body)'];
const ONLY_PAGES = { $content_type: ['text/html', 'text/html; charset=utf-8'] };

const OFF = { verify: { from: ['$ssl', '$verify_ssl', '$ssl_context'] } };

export default model({
  library: 'aiohttp',
  types: {
    App: ['web.Application()', 'type aiohttp.web#Application'],
    Question: [
      ...HANDLERS.map((place) => `${place}.param(0)`),
      'type aiohttp.web#Request',
      'type aiohttp.web#BaseRequest',
    ],
    Reply: [
      'web.{Response,json_response,StreamResponse,FileResponse}()',
      ...REDIRECTS.map((name) => `web.${name}()`),
      'type aiohttp.web#Response',
    ],
    Session: ['ClientSession()', 'Session.{__aenter__,__enter__}()', 'type aiohttp#ClientSession'],
  },
  sources: {
    remote: [
      { at: 'Question.query', part: 'query' },
      'Question.{match_info,headers,cookies,query_string,content}',
      'Question.{post,json,text,read,multipart}()',
    ],
  },
  sinks: {
    html: sinks(PAGES, { when: ONLY_PAGES, fix: ESCAPE_HTML }),
    redirect: REDIRECTS.flatMap((name) => [`web.${name}($0)`, `web.${name}($location)`]),
    path: ['web.FileResponse($0)', 'web.FileResponse($path)'],
    url: [
      `Session.${HTTP_METHODS}($0)`,
      `Session.${HTTP_METHODS}($url)`,
      'Session.{request,_request}($1)',
      'Session.ws_connect($0)',
      'request($1)',
    ],
    header: [{ at: 'Reply.headers["Content-Disposition"]', variant: 'file-name' }],
  },
  sanitizers: [{ at: 'web.json_response()', cleans: ['html', 'html-script'] }],
  propagators: [
    { at: 'Session.*()', to: [] },
    { at: 'Reply.{set_cookie,del_cookie}()', to: [] },
  ],
  configs: [
    {
      kind: 'outgoing-call',
      at: 'ClientTimeout()',
      // Five minutes when nothing is said.
      options: { timeout: { from: ['$total', '$0'], unset: 300 } },
      fix: { timeout: '$total = 30' },
    },
    {
      kind: 'body-size',
      at: 'web.Application()',
      options: { limit: { from: ['$client_max_size'] } },
      fix: { limit: '$client_max_size = 1024 ** 2', review: 'yes' },
    },
    { kind: 'debug-mode', at: 'web.Application()', options: { enabled: { from: ['$debug'] } } },
    {
      ...cookie('Reply.set_cookie()', { unset: null }),
      options: {
        name: { from: ['$0', '$name'] },
        value: { from: ['$1', '$value'] },
        maxAge: { from: ['$max_age'] },
        secure: { from: ['$secure'], unset: false },
        httpOnly: { from: ['$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: null },
      },
    },
    corsHeader('Reply.headers["Access-Control-Allow-Origin"]'),
    {
      kind: 'tls-client',
      at: `Session.${HTTP_METHODS}()`,
      options: OFF,
      fix: { verify: '$ssl -; $verify_ssl -' },
    },
    { kind: 'tls-client', at: 'Session.ws_connect()', options: OFF, fix: { verify: '$ssl -; $verify_ssl -' } },
    { kind: 'tls-client', at: 'TCPConnector()', options: OFF, fix: { verify: '$ssl -; $verify_ssl -' } },
  ],
});
