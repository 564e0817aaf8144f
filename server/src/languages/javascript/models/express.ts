import { model } from '../../../facts/model';
import {
  allowOriginConfigs,
  bodySize,
  CONTENT_DISPOSITION,
  CONTENT_TYPE,
  claimedAddresses,
  credentials,
  ESCAPE_HTML,
  each,
  ends,
  HTML_TYPES,
  headerObjectConfigs,
  headerSinks,
  LOCATION,
  listener,
  NOT_A_PAGE,
  securityHeaderConfigs,
  sinks,
} from './_words';

const ROUTERS = ['App', 'Router', 'Route'];
const VERBS =
  '.{get,post,put,patch,delete,del,all,head,options,copy,lock,merge,mkcol,move,purge,report,search,subscribe,trace,unlock}';
/** Handlers of routes, alone, in lists and among others. Those of `use` may be error handlers, so their names decide. */
const HANDLERS = each(ROUTERS, `${VERBS}($*)`);
/** Statuses that say that the server was at fault. */
const FAULTS = [500, 501, 502, 503, 504];

const MIDDLEWARE = each(ROUTERS, '.use($*)');
const HEADER_CALLS = each(['BaseResponse'], '.{setHeader,set,header,append}');
/** What a session says of who is logged in. */
const LOGGED_IN =
  'user,userId,userID,user_id,userid,uid,username,userName,account,accountId,currentUser,loggedIn,isLoggedIn,loggedin,authenticated,isAuthenticated,isAdmin,admin';
const CONFINE = "$callee($file, { root: $root, dotfiles: 'deny' })";
const TYPES = ['express', 'express-serve-static-core'];

/** `Response` may still become an HTML page; `BaseResponse` is one whose type has been said to be something else, or not. */
export default model({
  library: 'express',
  aliases: ['restify', 'polka'],
  types: {
    App: [
      'express()',
      'express.createServer()',
      ...TYPES.flatMap((library) => ['Express', 'Application'].map((name) => `type ${library}#${name}`)),
      'type @nestjs/platform-express#NestExpressApplication',
    ],
    Router: [
      'Router()',
      'express-promise-router:Router',
      ...TYPES.flatMap((library) => ['Router', 'IRouter'].map((name) => `type ${library}#${name}`)),
    ],
    Route: ['App.route()', 'Router.route()', `Route${VERBS}()`],
    Request: [
      ...TYPES.map((library) => `type ${library}#Request`),
      'type next#NextApiRequest',
      'type restify#Request',
      ...HANDLERS.map((handler) => `${handler}.param(0)`),
      ...MIDDLEWARE.flatMap((handler) => ['req', 'request', '_req'].map((name) => `${handler}.param(${name})`)),
      ...each(ROUTERS, '.param($1).param(0)'),
    ],
    Response: [
      ...TYPES.map((library) => `type ${library}#Response`),
      'type next#NextApiResponse',
      'type restify#Response',
      ...HANDLERS.map((handler) => `${handler}.param(1)`),
      ...MIDDLEWARE.flatMap((handler) => ['res', 'response', '_res'].map((name) => `${handler}.param(${name})`)),
      ...each(ROUTERS, '.param($1).param(1)'),
      'Response.{status,cookie,clearCookie,vary,links,location,removeHeader,flushHeaders}()',
      ...HTML_TYPES.flatMap((type) => [`BaseResponse.type("${type}")`, `BaseResponse.contentType("${type}")`]),
      ...CONTENT_TYPE.flatMap((name) =>
        HTML_TYPES.map((type) => `BaseResponse.{set,header,setHeader}("${name}", "${type}")`),
      ),
    ],
    BaseResponse: [
      'BaseResponse.{status,cookie,clearCookie,vary,links,location,append,set,header,type,contentType,attachment,format}()',
    ],
  },
  extends: {
    App: ['Router'],
    Request: ['http:IncomingMessage'],
    Response: ['BaseResponse', 'http:ServerResponse'],
  },
  conventions: [
    { parameters: ['req', 'res'], types: ['Request', 'Response'] },
    { parameters: ['_req', 'res'], types: ['Request', 'Response'] },
    { parameters: ['req', '_res'], types: ['Request', 'Response'] },
    { parameters: ['req', 'resp'], types: ['Request', 'Response'] },
    { parameters: ['request', 'response'], types: ['Request', 'Response'] },
    { parameters: ['request', 'res'], types: ['Request', 'Response'] },
    { parameters: ['err', 'req', 'res'], types: ['', 'Request', 'Response'] },
    { parameters: ['error', 'req', 'res'], types: ['', 'Request', 'Response'] },
    { parameters: ['error', 'request', 'response'], types: ['', 'Request', 'Response'] },
    { parameters: ['err', 'request', 'response'], types: ['', 'Request', 'Response'] },
  ],
  sources: {
    'claimed-address': claimedAddresses('Request.headers[]', 'Request.get', 'Request.header'),
    error: [...MIDDLEWARE.flatMap((handler) => ['err', 'error'].map((name) => `${handler}.param(${name})`))],

    remote: [
      { at: 'Request.query', part: 'query' },
      'Request.{body,params,headers,cookies,url,originalUrl,path,hostname,host,subdomains,rawBody}',
      'Request.{get,header,param}()',
      'Request.file.{originalname,buffer,mimetype}',
      'Request.files[].{originalname,buffer,mimetype,name,data}',
      'Request.files.*.{name,data,mimetype}',
      'Request.files.*[].{originalname,buffer,mimetype,name,data}',
    ],
  },
  marks: [
    // An error that brings a status was made to be told.
    { at: 'BaseResponse.status()', mark: 'client-error', unless: { $0: FAULTS }, by: {} },
    { at: 'BaseResponse.status()', mark: 'client-error', when: { $0: FAULTS }, by: { $0: 'another' } },
    {
      at: 'BaseResponse.status()',
      mark: 'client-error',
      when: { $0: [400, 401, 403, 404, 409, 410, 422, 429] },
      by: {},
    },
    { at: 'BaseResponse.{type,contentType}()', mark: 'not-a-page', by: { $0: NOT_A_PAGE } },
    {
      at: 'BaseResponse.{set,header,setHeader}()',
      mark: 'not-a-page',
      when: { $0: CONTENT_TYPE },
      by: { $1: NOT_A_PAGE },
    },
    ...CONTENT_TYPE.map((name) => ({
      at: 'BaseResponse.{set,header}()',
      mark: 'not-a-page' as const,
      unless: { [`$0.${name}`]: undefined },
      by: { [`$0.${name}`]: NOT_A_PAGE },
    })),
  ],
  stores: [{ kind: 'session', does: 'members', at: 'Request.session' }],
  sinks: {
    answer: [
      ...sinks(['BaseResponse.{send,json,jsonp}($0)'], { deep: true, unlessMarked: 'client-error' }),
      ...sinks(['BaseResponse.{send,json,jsonp}($0)'], { deep: true, variant: 'any' }),
    ],

    identity: ['Request.{user,userId,account,auth,currentUser}'],
    html: sinks(['Response.send($0)'], { unlessMarked: 'not-a-page', fix: ESCAPE_HTML }),
    redirect: [
      'BaseResponse.redirect($0)',
      'BaseResponse.redirect($1)',
      'BaseResponse.location($0)',
      ...headerSinks(HEADER_CALLS, LOCATION),
    ],
    header: sinks(headerSinks(HEADER_CALLS, CONTENT_DISPOSITION), {
      variant: 'file-name',
      fix: { call: '$this.attachment($hole)' },
    }),
    path: [
      {
        at: 'BaseResponse.{sendFile,sendfile}($0)',
        when: { '$1.root': undefined },
        fix: { confine: CONFINE },
      },
      {
        at: 'BaseResponse.download($0)',
        when: { '$1.root': undefined, '$2.root': undefined },
        fix: { confine: CONFINE },
      },
    ],
    template: [
      { at: 'BaseResponse.render($0)', variant: 'name' },
      { at: 'BaseResponse.render($1)', variant: 'options' },
      { at: 'App.render($0)', variant: 'name' },
      { at: 'App.render($1)', variant: 'options' },
    ],
    session: ['Request.session.*'],
  },
  configs: [
    listener('App.listen()', '$9'),
    bodySize('express.{json,urlencoded,text,raw}()', '$0.limit'),
    { kind: 'body-size', at: 'Request.on("data")', options: { pieces: { from: ['$1'] } } },

    {
      kind: 'untyped-json',
      at: 'Response.{send,end}()',
      given: { $0: ':Json' },
      unlessMarked: 'not-a-page',
      options: { body: { from: ['$0'] } },
      fix: {
        rewrite: '$response.send(JSON.stringify($data)) => $response.json($data)',
        rewrite2: '$response.end(JSON.stringify($data)) => $response.json($data)',
      },
    },
    {
      kind: 'cookie',
      at: 'BaseResponse.cookie()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1'] },
        secure: { from: ['$2.secure'], unset: false },
        httpOnly: { from: ['$2.httpOnly'], unset: false },
        sameSite: { from: ['$2.sameSite'], unset: false },
        maxAge: { from: ['$2.maxAge'] },
      },
      fix: { secure: '$2.secure = true', httpOnly: '$2.httpOnly = true', sameSite: "$2.sameSite = 'lax'" },
    },
    {
      kind: 'http-app',
      at: 'express()',
      options: {},
      fix: { use: '$this.use(@{helmet}())' },
    },
    {
      kind: 'session-login',
      at: `Request.session.{${LOGGED_IN}}`,
      options: { user: { from: ['$0'] } },
    },
    {
      kind: 'trusted-proxies',
      at: 'App.set("trust proxy")',
      options: { proxies: { from: ['$1'] } },
      fix: { proxies: '$1 = 1', review: 'yes' },
    },
    { kind: 'trusted-proxies', at: 'App.enable("trust proxy")', options: { proxies: { from: [], unset: true } } },
    {
      kind: 'operations-endpoint',
      at: 'Router.get()',
      when: { $0: ['/metrics', '/status', '/debug', '/actuator', '/env'], $2: undefined },
      options: { path: { from: ['$0'] }, what: { from: [], unset: 'metrics' } },
    },
    { kind: 'pages', at: 'BaseResponse.render()', options: {} },
    { kind: 'pages', at: 'App.set("view engine")', options: {} },
    { kind: 'pages', at: 'express.static()', options: {} },
    ...allowOriginConfigs(HEADER_CALLS),
    ...securityHeaderConfigs(HEADER_CALLS),
    ...headerObjectConfigs('BaseResponse.{set,header}()', '$0'),
    credentials('express.cookieParser()', { secret: '$0' }),
  ],
  renders: [
    { at: 'BaseResponse.render()', template: '$0', values: ['$this.locals', '$1'] },
    { at: 'App.render()', template: '$0', values: ['$this.locals', '$1'] },
  ],
  routing: [
    { at: 'express()', kind: 'application' },
    { at: 'express.createServer()', kind: 'application' },
    { at: 'Router()', kind: 'router' },
    { at: 'App.route()', kind: 'group', path: ['$0'] },
    { at: 'Router.route()', kind: 'group', path: ['$0'] },
    ...each(['App', 'Router'], '').flatMap((holder) => [
      {
        at: `${holder}.{get,post,put,patch,delete,head,options}()`,
        kind: 'route' as const,
        path: ['$0'],
        method: ['$callee'],
        given: ['$1…'],
      },
      { at: `${holder}.del()`, kind: 'route' as const, path: ['$0'], methods: ['DELETE'], given: ['$1…'] },
      { at: `${holder}.all()`, kind: 'route' as const, path: ['$0'], given: ['$1…'] },
      { at: `${holder}.use()`, kind: 'use' as const, path: ['$0'], given: ['$*'] },
    ]),
    { at: 'Route.{get,post,put,patch,delete,head,options}()', kind: 'route', method: ['$callee'], given: ['$*'] },
    { at: 'Route.all()', kind: 'use', given: ['$*'] },
  ],
  controls: [{ kind: 'body-limit', at: 'express.{json,urlencoded,text,raw}()' }],
  propagators: ends(
    'BaseResponse.{send,json,jsonp,end,write,render,sendFile,download,redirect,sendStatus,cookie,clearCookie,status,set,header,type}()',
    'Request.{is,accepts,acceptsCharsets,acceptsLanguages}()',
    ...each(ROUTERS, `${VERBS}()`),
    ...each(ROUTERS, '.use()'),
  ),
  deeds: [
    { kind: 'session-end', at: 'Request.session.{destroy,regenerate}()' },
    { kind: 'session-end', at: 'Request.{logout,logOut}()' },
    { kind: 'session-forget', at: 'BaseResponse.clearCookie()' },
  ],
});
