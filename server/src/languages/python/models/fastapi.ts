import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

const ROUTE = 'Router.{get,post,put,patch,delete,options,head,api_route,websocket}';

/** What the framework hands in beside the request's own values. */
const INJECTED = [
  'fastapi#Request',
  'starlette.requests#Request',
  'fastapi#Response',
  'starlette.responses#Response',
  'fastapi#WebSocket',
  'starlette.websockets#WebSocket',
  'fastapi#BackgroundTasks',
  'fastapi#UploadFile',
  'starlette.background#BackgroundTasks',
  'fastapi.security#HTTPAuthorizationCredentials',
  'fastapi.security#OAuth2PasswordRequestForm',
  'fastapi.security#SecurityScopes',
  'sqlalchemy.orm#Session',
  'sqlalchemy.ext.asyncio#AsyncSession',
  'sqlmodel#Session',
  'sqlmodel.ext.asyncio.session#AsyncSession',
];

/** Statuses that say that the server was at fault, as numbers and by name. */
const FAULTS = [
  500,
  502,
  503,
  'status.HTTP_500_INTERNAL_SERVER_ERROR',
  'fastapi.status.HTTP_500_INTERNAL_SERVER_ERROR',
  'starlette.status.HTTP_500_INTERNAL_SERVER_ERROR',
];

export default model({
  library: 'fastapi',
  types: { Router: ['FastAPI()', 'APIRouter()', 'type fastapi#FastAPI', 'type fastapi#APIRouter'] },
  sources: {
    remote: [
      {
        at: `${ROUTE}()($0).param(*)`,
        exceptTypes: INJECTED,
        exceptWith: ['fastapi#Depends', 'fastapi#Security', 'Depends', 'Security'],
      },
      {
        parameterWith: [
          'fastapi#Query',
          'fastapi#Path',
          'fastapi#Body',
          'fastapi#Header',
          'fastapi#Cookie',
          'fastapi#Form',
        ],
      },
    ],
  },
  sinks: {
    answer: [
      { at: 'HTTPException($detail)', when: { $status_code: FAULTS } },
      { at: 'HTTPException($detail)', when: { $0: FAULTS } },
      { at: 'HTTPException($1)', when: { $0: FAULTS } },
      { at: 'HTTPException($detail)', variant: 'any' },
    ],

    // Answers are JSON unless the route says that they are pages.
    html: [{ at: `${ROUTE}(response_class="HTMLResponse")($0).return`, fix: ESCAPE_HTML }],
  },
  routing: [
    { at: 'FastAPI()', kind: 'application', guards: ['$dependencies'] },
    { at: 'APIRouter()', kind: 'router', path: ['$prefix'], guards: ['$dependencies'] },
    {
      at: 'Router.{get,post,put,patch,delete,head,options}()',
      kind: 'group',
      path: ['$0', '$path'],
      method: ['$callee'],
      guards: ['$dependencies'],
    },
    {
      at: 'Router.api_route()',
      kind: 'group',
      path: ['$0', '$path'],
      method: ['$methods'],
      methods: ['GET'],
      guards: ['$dependencies'],
    },
    { at: `${ROUTE.replace(',websocket', '')}()($0)`, kind: 'route', given: ['$0'] },
    {
      at: 'Router.add_api_route()',
      kind: 'route',
      path: ['$0', '$path'],
      method: ['$methods'],
      methods: ['GET'],
      given: ['$1', '$endpoint'],
      guards: ['$dependencies'],
    },
    {
      at: 'Router.include_router()',
      kind: 'use',
      path: ['$prefix'],
      given: ['$0', '$router'],
      guards: ['$dependencies'],
    },
  ],
  controls: [
    {
      kind: 'authentication',
      parameterWith: ['fastapi#Depends', 'fastapi#Security', 'Depends', 'Security'],
      named: '*',
    },
  ],
  configs: [
    {
      kind: 'operations-endpoint',
      at: 'FastAPI()',
      options: {
        path: { from: ['$openapi_url'], unset: '/openapi.json' },
        what: { from: [], unset: 'docs' },
      },
      fix: { path: '$openapi_url = @{os}.environ.get("OPENAPI_URL")', review: 'yes' },
    },
    {
      kind: 'debug-mode',
      at: 'FastAPI()',
      options: { enabled: { from: ['$debug'] } },
      fix: { enabled: '$debug = @{os}.environ.get("APP_DEBUG") == "1"' },
    },
  ],
});
