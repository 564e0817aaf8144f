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
    // Answers are JSON unless the route says that they are pages.
    html: [{ at: `${ROUTE}(response_class="HTMLResponse")($0).return`, fix: ESCAPE_HTML }],
  },
  configs: [
    {
      kind: 'debug-mode',
      at: 'FastAPI()',
      options: { enabled: { from: ['$debug'] } },
      fix: { enabled: '$debug = @{os}.environ.get("APP_DEBUG") == "1"' },
    },
  ],
});
