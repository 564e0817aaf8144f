import { model } from '../../../facts/model';
import {
  allowOriginConfigs,
  bodySize,
  CONTENT_DISPOSITION,
  CONTENT_TYPE,
  claimedAddresses,
  ESCAPE_HTML,
  each,
  ends,
  HTML_TYPES,
  headerObjectConfigs,
  headerSinks,
  LOCATION,
  securityHeaderConfigs,
  sinks,
} from './_words';

const VERBS = 'Instance.{get,post,put,patch,delete,head,options,all}';
const HANDLERS = [
  `${VERBS}($*)`,
  `${VERBS}($1.handler)`,
  `${VERBS}($1.{preHandler,onRequest,preValidation})`,
  'Instance.route($0.handler)',
  'Instance.route($0.preHandler)',
  'Instance.addHook($1)',
  'Instance.setNotFoundHandler($*)',
].flatMap((place) =>
  place.includes('{preHandler')
    ? ['preHandler', 'onRequest', 'preValidation'].map((name) => `${VERBS}($1.${name})`)
    : [place],
); // prettier-ignore
/** What runs before a handler and may refuse. */
const BEFORE = ['onRequest', 'preParsing', 'preValidation', 'preHandler'];
const HEADER_CALLS = ['Reply.header', 'Reply.raw.setHeader'];

/** An answer is plain text or JSON until somebody says that it is HTML. */
export default model({
  library: 'fastify',
  types: {
    Instance: [
      'fastify()',
      'fastify.fastify()',
      'Fastify()',
      'type fastify#FastifyInstance',
      'Instance.register($0).param(0)',
      'Instance.{withTypeProvider,after,decorate,addHook}()',
    ],
    Request: [
      'type fastify#FastifyRequest',
      ...HANDLERS.map((handler) => `${handler}.param(0)`),
      'Instance.setErrorHandler($0).param(1)',
    ],
    Reply: [
      'type fastify#FastifyReply',
      ...HANDLERS.map((handler) => `${handler}.param(1)`),
      'Instance.setErrorHandler($0).param(2)',
      'Reply.{code,status,header,headers,type,setCookie,cookie,clearCookie,removeHeader}()',
    ],
    HtmlReply: [
      ...HTML_TYPES.map((type) => `Reply.type("${type}")`),
      ...CONTENT_TYPE.flatMap((name) => HTML_TYPES.map((type) => `Reply.header("${name}", "${type}")`)),
      'HtmlReply.{code,status,setCookie,cookie,clearCookie,removeHeader}()',
    ],
  },
  extends: { HtmlReply: ['Reply'] },
  conventions: [
    { parameters: ['request', 'reply'], types: ['Request', 'Reply'] },
    { parameters: ['req', 'reply'], types: ['Request', 'Reply'] },
    { parameters: ['_request', 'reply'], types: ['Request', 'Reply'] },
    { parameters: ['request', '_reply'], types: ['Request', 'Reply'] },
    { parameters: ['fastify'], types: ['Instance'] },
  ],
  sources: {
    'claimed-address': claimedAddresses('Request.headers[]'),
    remote: [
      { at: 'Request.query', part: 'query' },
      'Request.{body,params,headers,url,originalUrl,hostname,host,cookies}',
      'Request.raw.{url,headers}',
      'Request.file().{filename,mimetype,fields}',
      'Request.file().toBuffer()',
      'Request.{files,parts}()[].{filename,mimetype,value,fieldname}',
    ],
  },
  sinks: {
    answer: [{ at: 'Reply.send($0)', deep: true, variant: 'any' }],

    identity: ['Request.{user,userId,account,auth,currentUser}'],
    html: sinks(['HtmlReply.send($0)'], { fix: ESCAPE_HTML }),
    redirect: ['Reply.redirect($0)', 'Reply.redirect($1)', ...headerSinks(HEADER_CALLS, LOCATION)],
    header: sinks(headerSinks(HEADER_CALLS, CONTENT_DISPOSITION), { variant: 'file-name' }),
    // The plugin keeps files inside its root; a root given by the caller of a route is part of the code.
    path: ['Reply.sendFile($0)', 'Reply.download($0)'],
    template: [
      { at: 'Reply.{view,viewAsync}($0)', variant: 'name' },
      { at: 'Reply.{view,viewAsync}($1)', variant: 'options' },
      { at: 'Instance.view($0)', variant: 'name' },
    ],
    session: ['Request.session.*', 'Request.session.set($1)', { at: 'Request.session.set($0)', variant: 'key' }],
  },
  configs: [
    bodySize('fastify()', '$0.bodyLimit', '1_048_576'),
    {
      kind: 'listener',
      at: 'fastify()',
      options: {
        request: { from: ['$0.requestTimeout'] },
        header: { from: ['$0.requestTimeout', '$0.connectionTimeout'], unset: 0 },
      },
      fix: { request: '$0.requestTimeout = 30_000', header: '$0.requestTimeout = 30_000' },
    },

    {
      kind: 'cookie',
      at: 'Reply.{setCookie,cookie}()',
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
    ...['fastify()', 'fastify.fastify()', 'Fastify()'].map((at) => ({
      kind: 'trusted-proxies' as const,
      at,
      unless: { '$0.trustProxy': undefined },
      options: { proxies: { from: ['$0.trustProxy'] } },
      fix: { proxies: '$0.trustProxy = 1', review: 'yes' },
    })),
    {
      kind: 'session-login',
      at: 'Request.session.{user,userId,user_id,username,account,accountId,loggedIn,isLoggedIn,authenticated,isAdmin}',
      options: { user: { from: ['$0'] } },
    },
    { kind: 'http-app', at: 'fastify()', options: {}, fix: { use: '$this.register(@{@fastify/helmet as helmet})' } },
    {
      kind: 'http-app',
      at: 'fastify.fastify()',
      options: {},
      fix: { use: '$this.register(@{@fastify/helmet as helmet})' },
    },
    { kind: 'http-app', at: 'Fastify()', options: {}, fix: { use: '$this.register(@{@fastify/helmet as helmet})' } },
    { kind: 'pages', at: 'Reply.{view,viewAsync}()', options: {} },
    ...allowOriginConfigs(HEADER_CALLS),
    ...securityHeaderConfigs(HEADER_CALLS),
    ...headerObjectConfigs('Reply.headers()', '$0'),
  ],
  renders: [{ at: 'Reply.{view,viewAsync}()', template: '$0', values: ['$this.locals', '$1'] }],
  routing: [
    ...['fastify()', 'fastify.fastify()', 'Fastify()'].map((at) => ({ at, kind: 'application' as const })),
    {
      at: 'Instance.{get,post,put,patch,delete,head,options}()',
      kind: 'route',
      path: ['$0'],
      method: ['$callee'],
      given: ['$1.handler', '$1…'],
      guards: BEFORE.map((name) => `$1.${name}`),
      controls: { validation: ['$1.schema'], 'rate-limit': ['$1.config.rateLimit'], 'body-limit': ['$1.bodyLimit'] },
    },
    { at: 'Instance.all()', kind: 'route', path: ['$0'], given: ['$1…'], guards: BEFORE.map((name) => `$1.${name}`) },
    {
      at: 'Instance.route()',
      kind: 'route',
      path: ['$0.url', '$0.path'],
      method: ['$0.method'],
      given: ['$0.handler'],
      guards: BEFORE.map((name) => `$0.${name}`),
      controls: { validation: ['$0.schema'], 'rate-limit': ['$0.config.rateLimit'], 'body-limit': ['$0.bodyLimit'] },
    },
    { at: 'Instance.register()', kind: 'group', path: ['$1.prefix'], callback: '$0' },
    ...BEFORE.map((name) => ({ at: `Instance.addHook("${name}")`, kind: 'use' as const, given: ['$1'] })),
  ],
  propagators: ends(
    ...each(['Reply'], '.{send,code,status,header,headers,type,setCookie,cookie,redirect,sendFile,view,clearCookie}()'),
    'Instance.*()',
  ),
  deeds: [
    { kind: 'session-end', at: 'Request.session.{destroy,regenerate,delete}()' },
    { kind: 'session-end', at: 'Request.{logout,logOut}()' },
    { kind: 'session-forget', at: 'Reply.clearCookie()' },
  ],
});
