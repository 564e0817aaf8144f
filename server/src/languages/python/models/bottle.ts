import { model } from '../../../facts/model';
import { corsHeader, ESCAPE_HTML, sinks } from './_words';

const ROUTES = [
  'Bottle().{route,get,post,put,delete,patch}()($0)',
  'route()($0)',
  'get()($0)',
  'post()($0)',
  'put()($0)',
  'delete()($0)',
];
const PAGES = [...ROUTES.map((route) => `${route}.return`), 'HTTPResponse($0)'];

export default model({
  library: 'bottle',
  sources: {
    remote: [
      'request.{query,forms,params,json,body,files,cookies,headers,query_string,path,url_args,GET,POST,fullpath}',
      'request.{get_cookie,get_header}()',
      ...ROUTES.map((route) => `${route}.param(*)`),
    ],
  },
  sinks: {
    html: sinks(PAGES, { fix: ESCAPE_HTML }),
    template: ['template($0)', 'SimpleTemplate($0)', 'jinja2_template($0)', 'mako_template($0)'],
    redirect: ['redirect($0)'],
    path: ['static_file($root)', 'static_file($1)'],
    header: [{ at: 'response.set_header("Content-Disposition", $1)', variant: 'file-name' }],
  },
  sanitizers: [
    { at: 'template()', cleans: ['html'] },
    { at: 'SimpleTemplate().render()', cleans: ['html'] },
    { at: 'html_escape()', cleans: ['html'] },
    { at: 'static_file()', cleans: 'all' },
  ],
  propagators: [{ at: 'response.*()', to: [] }],
  operations: { 'control.exit': ['abort()', 'redirect()'] },
  renders: [{ at: 'bottle.{jinja2_template,template}()', template: '$0', values: ['$1', 'keywords'] }],
  configs: [
    { kind: 'debug-mode', at: 'run()', options: { enabled: { from: ['$debug'] } }, fix: { enabled: '$debug = False' } },
    { kind: 'debug-mode', at: 'debug()', options: { enabled: { from: ['$0'] } } },
    {
      kind: 'cookie',
      at: 'response.set_cookie()',
      options: {
        name: { from: ['$0', '$name'] },
        value: { from: ['$1', '$value'] },
        maxAge: { from: ['$max_age', '$maxage'] },
        secure: { from: ['$secure'], unset: false },
        httpOnly: { from: ['$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: null },
      },
      fix: { secure: '$secure = True', httpOnly: '$httponly = True', sameSite: '$samesite = "lax"' },
    },
    { kind: 'credential', at: 'response.set_cookie()', options: { value: { from: ['$secret'] } } },
    corsHeader('response.{set_header,add_header}("Access-Control-Allow-Origin")', '$1'),
    corsHeader('response.headers["Access-Control-Allow-Origin"]'),
  ],
});
