import { model } from '../../../facts/model';
import { ESCAPE_HTML, ends, headerSinks, LOCATION, securityHeaderConfigs } from './_words';

const HANDLERS = 'App.{get,post,put,patch,delete,all,use,on,notFound,onError}($*)';

export default model({
  library: 'hono',
  aliases: ['hono/cors', 'hono/secure-headers', 'hono/cookie', 'hono/tiny', 'hono/quick'],
  types: {
    App: ['Hono()', 'App.{basePath,route,get,post,put,patch,delete,all,use}()', 'type hono#Hono'],
    Context: ['type hono#Context', `${HANDLERS}.param(0)`],
  },
  conventions: [{ parameters: ['c', 'next'], types: ['Context'] }],
  sources: {
    remote: [
      { at: 'Context.req.query()', part: 'query' },
      'Context.req.{queries,param,header,json,text,parseBody,formData,arrayBuffer,blob}()',
      'Context.req.{url,path,raw}',
      'getCookie()',
    ],
  },
  sinks: {
    html: [{ at: 'Context.html($0)', fix: ESCAPE_HTML }],
    redirect: ['Context.redirect($0)', ...headerSinks(['Context.header'], LOCATION)],
  },
  routing: [
    { at: 'Hono()', kind: 'application' },
    {
      at: 'App.{get,post,put,patch,delete,head,options}()',
      kind: 'route',
      path: ['$0'],
      method: ['$callee'],
      given: ['$1…'],
    },
    { at: 'App.all()', kind: 'route', path: ['$0'], given: ['$1…'] },
    { at: 'App.on()', kind: 'route', path: ['$1'], method: ['$0'], given: ['$2…'] },
    { at: 'App.use()', kind: 'use', path: ['$0'], given: ['$*'] },
    { at: 'App.route()', kind: 'use', path: ['$0'], given: ['$1'] },
    { at: 'App.basePath()', kind: 'group', path: ['$0'] },
  ],
  configs: [
    { kind: 'http-app', at: 'Hono()', options: {} },
    { kind: 'security-headers', at: 'secureHeaders()', options: {} },
    ...securityHeaderConfigs(['Context.header']),
    {
      kind: 'cors',
      at: 'cors()',
      options: { origin: { from: ['$0.origin'], unset: '*' }, credentials: { from: ['$0.credentials'], unset: false } },
      fix: { origin: "$0.origin = process.env.ALLOWED_ORIGINS.split(',')" },
    },
    {
      kind: 'cookie',
      at: 'setCookie()',
      options: {
        name: { from: ['$1'] },
        value: { from: ['$2'] },
        secure: { from: ['$3.secure'], unset: false },
        httpOnly: { from: ['$3.httpOnly'], unset: false },
        sameSite: { from: ['$3.sameSite'], unset: false },
        maxAge: { from: ['$3.maxAge'] },
      },
      fix: { secure: '$3.secure = true', httpOnly: '$3.httpOnly = true', sameSite: "$3.sameSite = 'Lax'" },
    },
  ],
  propagators: ends('Context.{html,json,text,redirect,header,body,status}()', 'setCookie()'),
});
