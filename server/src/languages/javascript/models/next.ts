import { model } from '../../../facts/model';
import { claimedAddresses, ESCAPE_HTML, HTML_TYPES } from './_words';

/** `next/server`, `next/headers` and `next/navigation` are modules of one library. */
export default model({
  library: 'next',
  aliases: ['next/server', 'next/headers', 'next/navigation', 'next/router'],
  types: {
    NextRequest: ['type next/server#NextRequest', 'type next#NextRequest'],
    Untyped: ['type next/server#NextRequest'],
    Jar: ['cookies()', 'NextResponse().cookies', 'NextResponse.{next,json,redirect,rewrite}().cookies'],
    ServerContext: ['type next#GetServerSidePropsContext'],
  },
  // Handlers of routes in plain JavaScript: only what no other request object has.
  conventions: [{ parameters: ['request'], types: ['Untyped'] }],
  sources: {
    'claimed-address': claimedAddresses('NextRequest.headers.get'),
    remote: [
      'NextRequest.{json,text,formData,arrayBuffer,blob}()',
      'NextRequest.{url,body}',
      'NextRequest.nextUrl.{searchParams,search,href,pathname}',
      'NextRequest.headers.get()',
      'NextRequest.cookies.{get,getAll}()',
      'Untyped.{json,formData}()',
      'Untyped.nextUrl.{searchParams,search,href,pathname}',
      'cookies().{get,getAll}()',
      'headers().get()',
      'useSearchParams().get()',
      'ServerContext.{query,params,resolvedUrl}',
      'ServerContext.req.{url,headers,cookies}',
    ],
  },
  sinks: {
    answer: [
      ...['NextResponse.json($0)', 'Response.json($0)'].flatMap((at) => [
        { at, deep: true, when: { '$1.status': [500, 502, 503] } },
        { at, deep: true, variant: 'any' },
      ]),
    ],

    html: ['Content-Type', 'content-type'].map((name) => ({
      at: 'NextResponse($0)',
      when: { [`$1.headers.${name}`]: HTML_TYPES },
      fix: ESCAPE_HTML,
    })),
    redirect: ['NextResponse.redirect($0)', 'redirect($0)', 'permanentRedirect($0)'],
    url: ['NextResponse.rewrite($0)'],
  },
  routeFiles: [
    {
      file: '^(?:.*/)?app/((?:[^/]+/)*)route\\.[cm]?[jt]sx?$',
      exports: Object.fromEntries(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((name) => [name, [name]])),
    },
    { file: '^(?:.*/)?pages/(api(?:/[^.]+)?)\\.[jt]sx?$', exports: { default: ['*'] } },
    {
      file: '/(?:middleware|proxy)\\.[jt]s$',
      exports: { default: ['*'], middleware: ['*'], proxy: ['*'] },
      isGuard: true,
    },
  ],
  configs: [
    {
      kind: 'cookie',
      at: 'Jar.set()',
      options: {
        name: { from: ['$0.name', '$0'] },
        value: { from: ['$1', '$0.value'] },
        secure: { from: ['$2.secure', '$0.secure'], unset: false },
        httpOnly: { from: ['$2.httpOnly', '$0.httpOnly'], unset: false },
        sameSite: { from: ['$2.sameSite', '$0.sameSite'], unset: false },
        maxAge: { from: ['$2.maxAge', '$0.maxAge'] },
      },
      fix: { secure: '$2.secure = true', httpOnly: '$2.httpOnly = true', sameSite: "$2.sameSite = 'lax'" },
    },
  ],
  propagators: [
    { at: 'NextResponse.json()', to: [] },
    { at: 'Jar.set()', to: [] },
  ],
});
