import { model } from '../../../facts/model';
import {
  allowOriginConfigs,
  CONTENT_DISPOSITION,
  claimedAddresses,
  ESCAPE_HTML,
  ends,
  headerObjectConfigs,
  headerSinks,
  LOCATION,
  securityHeaderConfigs,
  sinks,
} from './_words';

const HEADER_CALLS = ['Context.set', 'Context.append', 'Context.response.set', 'Context.res.setHeader'];
const ROUTER = '@koa/router:Router';
const VERBS = '{get,post,put,patch,delete,del,all,head,options,use,register}';

export default model({
  library: 'koa',
  types: {
    App: ['koa()', 'App.use()', 'type koa#Application', 'type koa#default'],
    Context: [
      'type koa#Context',
      'type koa#ParameterizedContext',
      'type koa#BaseContext',
      'type @koa/router#RouterContext',
      'type koa-router#RouterContext',
      'type koa-router#IRouterContext',
      'App.use($*).param(0)',
      `${ROUTER}.${VERBS}($*).param(0)`,
      `${ROUTER}.param($1).param(1)`,
    ],
  },
  conventions: [
    { parameters: ['ctx', 'next'], types: ['Context'] },
    { parameters: ['ctx', '_next'], types: ['Context'] },
    { parameters: ['ctx'], types: ['Context'] },
  ],
  sources: {
    'claimed-address': claimedAddresses(
      'Context.headers[]',
      'Context.get',
      'Context.request.headers[]',
      'Context.request.get',
    ),
    remote: [
      { at: 'Context.query', part: 'query' },
      'Context.{querystring,search,url,originalUrl,href,path,params,headers,header,host,hostname}',
      'Context.get()',
      { at: 'Context.request.query', part: 'query' },
      'Context.request.{querystring,search,url,originalUrl,href,path,headers,header,host,hostname,body,rawBody}',
      'Context.request.get()',
      'Context.cookies.get()',
      'Context.req.{url,headers}',
      'Context.request.req.{url,headers}',
      'Context.file.{originalname,originalFilename,buffer,mimetype}',
      'Context.request.file.{originalname,originalFilename,buffer,mimetype}',
      'Context.request.files.*.{originalFilename,name,mimetype}',
    ],
  },
  sinks: {
    answer: [{ at: 'Context.body', deep: true, variant: 'any' }],

    identity: ['Context.state.{user,userId,account,auth,currentUser}', 'Context.user'],
    // A text that begins with an element's sign becomes HTML by itself.
    html: sinks(['Context.body', 'Context.response.body'], { fix: ESCAPE_HTML }),
    redirect: ['Context.redirect($0)', 'Context.response.redirect($0)', ...headerSinks(HEADER_CALLS, LOCATION)],
    header: sinks(headerSinks(HEADER_CALLS, CONTENT_DISPOSITION), {
      variant: 'file-name',
      fix: { call: '$this.attachment($hole)' },
    }),
    template: [
      { at: 'Context.render($0)', variant: 'name' },
      { at: 'Context.render($1)', variant: 'options' },
    ],
    session: ['Context.session.*'],
  },
  routing: [
    { at: 'koa()', kind: 'application' },
    { at: 'App.use()', kind: 'use', given: ['$*'] },
  ],
  configs: [
    {
      kind: 'cookie',
      at: 'Context.cookies.set()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1'] },
        // Follows the connection unless it is said.
        secure: { from: ['$2.secure'] },
        httpOnly: { from: ['$2.httpOnly'], unset: true },
        sameSite: { from: ['$2.sameSite'], unset: false },
        maxAge: { from: ['$2.maxAge'] },
      },
      fix: { secure: '$2.secure = true', httpOnly: '$2.httpOnly = true', sameSite: "$2.sameSite = 'lax'" },
    },
    { kind: 'http-app', at: 'koa()', options: {}, fix: { use: '$this.use(@{koa-helmet as helmet}())' } },
    {
      kind: 'trusted-proxies',
      at: 'koa()',
      options: {
        proxies: { from: ['$0.proxy', '.proxy'], unset: false },
        hops: { from: ['$0.maxIpsCount', '.maxIpsCount'] },
      },
      fix: { proxies: '.maxIpsCount = 1', review: 'yes' },
    },
    { kind: 'pages', at: 'Context.render()', options: {} },
    ...allowOriginConfigs(HEADER_CALLS),
    ...securityHeaderConfigs(HEADER_CALLS),
    ...headerObjectConfigs('Context.set()', '$0'),
  ],
  renders: [{ at: 'Context.render()', template: '$0', values: ['$this.state', '$1'] }],
  propagators: ends(
    'Context.{set,append,redirect,throw,assert,render,attachment}()',
    'Context.cookies.set()',
    'App.use()',
  ),
});
