import { model } from '../../../facts/model';
import {
  claimedAddresses,
  cookie,
  corsHeader,
  credential,
  ESCAPE_HTML,
  middleware,
  ORIGINS_FROM_ENVIRONMENT,
  sinks,
} from './_words';

const PAGES = ['responses.HTMLResponse($0)', 'responses.HTMLResponse($content)'];
const BODIES = ['responses.Response', 'Response'].flatMap((name) => [`${name}($0)`, `${name}($content)`]);
/** The plain answer has no type of its own: a browser would guess. */
const ONLY_PAGES = { $media_type: ['text/html', 'text/html; charset=utf-8'] };

const REPLIES = [
  'Response',
  'HTMLResponse',
  'PlainTextResponse',
  'JSONResponse',
  'RedirectResponse',
  'StreamingResponse',
  'FileResponse',
];

const ADDED = ['App.add_middleware()', 'middleware.Middleware()'];
const CORS = middleware('CORSMiddleware', 'cors');
const SESSION = middleware('SessionMiddleware', 'sessions');

export default model({
  library: 'starlette',
  aliases: ['fastapi'],
  types: {
    App: ['applications.Starlette()', 'FastAPI()', 'type fastapi#FastAPI', 'type starlette.applications#Starlette'],
    Question: [
      'type starlette.requests#Request',
      'type fastapi#Request',
      'type starlette.websockets#WebSocket',
      'type fastapi#WebSocket',
      'routing.Route($1).param(0)',
      'App.{route,websocket_route}()($0).param(0)',
      'App.add_route($1).param(0)',
      'App.middleware()($0).param(0)',
    ],
    Reply: [
      ...REPLIES.map((name) => `responses.${name}()`),
      'Response()',
      'type starlette.responses#Response',
      'type fastapi#Response',
      'type starlette.responses#JSONResponse',
    ],
    Upload: ['type fastapi#UploadFile', 'type starlette.datastructures#UploadFile'],
  },
  sources: {
    'claimed-address': claimedAddresses('Question.headers[]', 'Question.headers.get'),
    remote: [
      { at: 'Question.query_params', part: 'query' },
      'Question.{path_params,headers,cookies}',
      'Question.{json,body,form,stream,receive_text,receive_json,receive_bytes}()',
      'Upload.filename',
      'Upload.read()',
    ],
  },
  sinks: {
    answer: [
      ...sinks(
        [
          'responses.JSONResponse($0)',
          'responses.JSONResponse($content)',
          'responses.PlainTextResponse($0)',
          'responses.HTMLResponse($0)',
        ],
        { deep: true, when: { $status_code: [500, 502, 503] } },
      ),
      ...sinks(['responses.JSONResponse($0)', 'responses.JSONResponse($content)'], { deep: true, variant: 'any' }),
    ],

    identity: ['Question.state.{user,user_id,current_user}'],
    html: [...sinks(PAGES, { fix: ESCAPE_HTML }), ...sinks(BODIES, { when: ONLY_PAGES, fix: ESCAPE_HTML })],
    redirect: ['responses.RedirectResponse($0)', 'responses.RedirectResponse($url)'],
    path: ['responses.FileResponse($0)', 'responses.FileResponse($path)'],
    header: [
      { at: 'Reply.headers["Content-Disposition"]', variant: 'file-name' },
      ...REPLIES.map((name) => ({
        at: `responses.${name}($headers.Content-Disposition)`,
        variant: 'file-name',
      })),
      { at: 'Response($headers.Content-Disposition)', variant: 'file-name' },
    ],
    session: [
      'Question.session.*',
      'Question.session[]',
      'Question.session.update($0)',
      { at: 'Question.session.__setitem__($0)', variant: 'key' },
    ],
  },
  sanitizers: [
    { at: 'responses.JSONResponse()', cleans: ['html', 'html-script'] },
    { at: 'templating.Jinja2Templates().TemplateResponse()', cleans: 'all' },
    { at: 'Question.url_for()', cleans: 'all' },
  ],
  propagators: [
    { at: 'responses.RedirectResponse()', to: [] },
    { at: 'responses.FileResponse()', to: [] },
    { at: 'Reply.{set_cookie,delete_cookie}()', to: [] },
    { at: 'Question.{close,send_text,send_json,send_bytes,accept}()', to: [] },
  ],
  configs: [
    cookie('Reply.set_cookie()', { unset: 'lax' }),
    ...ADDED.flatMap((at) => [
      {
        kind: 'cors' as const,
        at,
        when: { $0: CORS },
        options: {
          origin: { from: ['$allow_origins'] },
          originPattern: { from: ['$allow_origin_regex'] },
          credentials: { from: ['$allow_credentials'], unset: false },
        },
        fix: { origin: `$allow_origins = ${ORIGINS_FROM_ENVIRONMENT}` },
      },
      {
        kind: 'session-cookie' as const,
        at,
        when: { $0: SESSION },
        options: {
          name: { from: ['$session_cookie'], unset: 'session' },
          secure: { from: ['$https_only'], unset: false },
          sameSite: { from: ['$same_site'], unset: 'lax' },
        },
        fix: { secure: '$https_only = True', sameSite: '$same_site = "lax"' },
      },
      {
        kind: 'session-lifetime' as const,
        at,
        when: { $0: SESSION },
        options: { lifetime: { from: ['$max_age'] } },
        fix: { lifetime: '$max_age = 1800', review: 'yes' },
      },
      credential(at, '$secret_key'),
    ]),
    corsHeader('Reply.headers["Access-Control-Allow-Origin"]'),
    { kind: 'pages', at: 'templating.Jinja2Templates()', options: {} },
    { kind: 'http-app', at: 'FastAPI()', options: {} },
    { kind: 'http-app', at: 'applications.Starlette()', options: {} },
    // Whoever works on every answer is taken to set the headers there.
    { kind: 'security-headers', at: 'App.middleware("http")', options: {} },
    { kind: 'security-headers', at: 'middleware.base.BaseHTTPMiddleware()', options: {} },
  ],
  deeds: [
    { kind: 'session-end', at: 'Question.session.clear()' },
    { kind: 'session-forget', at: 'Question.session.pop()' },
    { kind: 'session-forget', at: 'Reply.delete_cookie()' },
  ],
});
