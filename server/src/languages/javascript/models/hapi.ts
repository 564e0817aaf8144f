import { type ConfigSpec, model } from '../../../facts/model';
import {
  allowOriginConfigs,
  bodySize,
  CONTENT_DISPOSITION,
  ESCAPE_HTML,
  ends,
  headerSinks,
  LOCATION,
  securityHeaderConfigs,
  sinks,
} from './_words';

const ROUTES = ['Server.route($0.handler)', 'Server.route($0.options.handler)', 'Server.route($0.config.handler)'];
const HANDLERS = [...ROUTES, ...ROUTES.map((route) => route.replace('$0.', '$0[].')), 'Server.ext($1)'];
const HEADER_CALLS = ['Answer.header'];

export default model({
  library: '@hapi/hapi',
  aliases: ['hapi'],
  types: {
    Server: ['@hapi/hapi.server()', '@hapi/hapi.Server()', 'type @hapi/hapi#Server', 'type hapi#Server'],
    Request: ['type @hapi/hapi#Request', 'type hapi#Request', ...HANDLERS.map((handler) => `${handler}.param(0)`)],
    Toolkit: [
      'type @hapi/hapi#ResponseToolkit',
      'type hapi#ResponseToolkit',
      ...HANDLERS.map((handler) => `${handler}.param(1)`),
    ],
    Answer: ['Toolkit.response()', 'Toolkit.redirect()', 'Answer.{code,header,type,state,unstate,message,vary,etag}()'],
  },
  routing: [
    { at: '@hapi/hapi.{server,Server}()', kind: 'application' },
    ...['options', 'config'].map((options) => ({
      at: 'Server.route()',
      kind: 'route' as const,
      path: ['$0.path'],
      method: ['$0.method'],
      given: options === 'options' ? ['$0.options.handler', '$0.handler'] : ['$0.config.handler'],
      controls: {
        authentication: [`$0.${options}.auth`],
        validation: [`$0.${options}.validate`],
      },
    })),
  ],
  conventions: [
    { parameters: ['request', 'h'], types: ['Request', 'Toolkit'] },
    { parameters: ['req', 'h'], types: ['Request', 'Toolkit'] },
    { parameters: ['_request', 'h'], types: ['Request', 'Toolkit'] },
  ],
  sources: {
    remote: [
      { at: 'Request.query', part: 'query' },
      'Request.{payload,params,headers,state,path,url,orig}',
      'Request.info.{host,hostname,referrer}',
      'Request.raw.req.{url,headers}',
    ],
  },
  sinks: {
    html: sinks(['Toolkit.response($0)'], { fix: ESCAPE_HTML }),
    redirect: ['Toolkit.redirect($0)', 'Answer.location($0)', ...headerSinks(HEADER_CALLS, LOCATION)],
    header: sinks(headerSinks(HEADER_CALLS, CONTENT_DISPOSITION), { variant: 'file-name' }),
    path: [{ at: 'Toolkit.file($0)', when: { '$1.confine': [undefined, false] } }],
    template: [
      { at: 'Toolkit.view($0)', variant: 'name' },
      { at: 'Toolkit.view($1)', variant: 'options' },
    ],
    session: ['Request.yar.set($1)', { at: 'Request.yar.set($0)', variant: 'key' }, 'Request.cookieAuth.set($*)'],
  },
  configs: [
    bodySize('Server.route()', '$0.options.payload.maxBytes', '1_048_576'),

    {
      kind: 'cookie',
      at: 'Server.state()',
      options: {
        name: { from: ['$0'] },
        secure: { from: ['$1.isSecure'], unset: true },
        httpOnly: { from: ['$1.isHttpOnly'], unset: true },
        sameSite: { from: ['$1.isSameSite'], unset: 'Strict' },
        maxAge: { from: ['$1.ttl'] },
      },
      fix: { secure: '$1.isSecure = true', httpOnly: '$1.isHttpOnly = true', sameSite: "$1.isSameSite = 'Lax'" },
    },
    {
      kind: 'cookie',
      at: 'Toolkit.state()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1'] },
        secure: { from: ['$2.isSecure'], unset: true },
        httpOnly: { from: ['$2.isHttpOnly'], unset: true },
        sameSite: { from: ['$2.isSameSite'], unset: 'Strict' },
        maxAge: { from: ['$2.ttl'] },
      },
      fix: { secure: '$2.isSecure = true', httpOnly: '$2.isHttpOnly = true', sameSite: "$2.isSameSite = 'Lax'" },
    },
    ...['@hapi/hapi.server()', '@hapi/hapi.Server()'].flatMap((at): ConfigSpec[] => [
      { kind: 'http-app' as const, at, options: {} },
      { kind: 'security-headers' as const, at, when: { '$0.routes.security': [true, 'true'] }, options: {} },
      {
        kind: 'cors' as const,
        at,
        options: {
          origin: { from: ['$0.routes.cors.origin', '$0.routes.cors'] },
          credentials: { from: ['$0.routes.cors.credentials'], unset: false },
        },
      },
    ]),
    ...['$0.config.cors', '$0.options.cors'].map((cors) => ({
      kind: 'cors' as const,
      at: 'Server.route()',
      options: {
        origin: { from: [`${cors}.origin`, cors] },
        credentials: { from: [`${cors}.credentials`], unset: false },
      },
    })),
    { kind: 'pages', at: 'Toolkit.view()', options: {} },
    ...allowOriginConfigs(HEADER_CALLS),
    ...securityHeaderConfigs(HEADER_CALLS),
  ],
  renders: [{ at: 'Toolkit.view()', template: '$0', values: ['$1'] }],
  propagators: ends(
    'Toolkit.{response,redirect,file,view,state,unstate,continue,abandon}()',
    'Server.{route,ext,state,register}()',
    'Answer.*()',
  ),
});
