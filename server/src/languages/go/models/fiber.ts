import { model } from '../../../facts/model';
import { DISPOSITION, ESCAPE_HTML, FAULTS, headerConfigs, LOCATION, nothing, sinks } from './_words';

export default model({
  library: 'github.com/gofiber/fiber/v2',
  aliases: ['github.com/gofiber/fiber/v3', 'github.com/gofiber/fiber'],
  types: {
    Context: ['type github.com/gofiber/fiber/v2#Ctx', 'Context.{Type,Status}()'],
    App: [
      'type github.com/gofiber/fiber/v2#App',
      'type github.com/gofiber/fiber/v2#Router',
      'New()',
      'App.{Group,Route}()',
      'App.Route($1).param(0)',
    ],
    Upload: ['Context.FormFile()[0]'],
    Words: ['Context.{Query,Params,FormValue,Get,Cookies,OriginalURL,BaseURL,Hostname,Path,IP,Body,BodyRaw}()'],
  },
  extends: { Upload: ['net/http:Upload'], Words: [':Text'] },
  sources: {
    remote: [
      { at: 'Context.{Query,Queries}()', part: 'query' },
      'Context.{Params,FormValue,Body,BodyRaw,Cookies,AllParams}()',
      { at: 'Context.{Get,OriginalURL}()', harmlessTo: ['log', 'header'] },
      { at: 'Context.Path()', harmlessTo: ['redirect'] },
      'Context.MultipartForm()[0]',
      'Context.{BodyParser,QueryParser,ParamsParser,ReqHeaderParser,CookieParser}($0)',
      'Context.Bind().{Body,Query,URI,JSON,Form,Header,Cookie}($0)',
    ],
  },
  sinks: {
    answer: [
      { at: 'Context.{JSON,XML}($0)', deep: true, unlessMarked: 'client-error' },
      { at: 'Context.SendString($0)', unlessMarked: 'client-error' },
      { at: 'NewError($1)', when: { $0: FAULTS } },
    ],
    html: sinks(['Context.Type("html").{SendString,Send}($0)'], { fix: ESCAPE_HTML }),
    redirect: [
      'Context.Redirect($0)',
      'Context.Redirect().To($0)',
      'Context.Location($0)',
      ...sinks(['Context.{Set,Append}($1)'], { when: { $0: LOCATION } }),
    ],
    path: ['Context.{SendFile,Download}($0)', 'Context.{SaveFile,SaveFileToStorage}($1)'],
    header: sinks(['Context.{Set,Append}($1)'], { when: { $0: DISPOSITION }, variant: 'file-name' }),
    template: [{ at: 'Context.Render($0)', variant: 'name' }],
  },
  marks: [{ at: 'Context.Status()', mark: 'client-error', unless: { $0: FAULTS }, by: {} }],
  sanitizers: [
    { at: 'Context.{IP,Protocol,Secure,IsFromLocal,QueryInt,QueryBool,ParamsInt,QueryFloat}()', cleans: 'all' },
  ],
  propagators: nothing(
    'Context.{JSON,Send,SendString,SendStatus,SendFile,Download,Redirect,Render,Status,Set,Append,Cookie,ClearCookie}()',
    'Context.{Locals,Next,Type,SaveFile,Format}()',
    'App.*()',
    'NewError()',
  ),
  routing: [
    { at: 'New()', kind: 'application' },
    {
      at: 'App.{Get,Post,Put,Patch,Delete,Head,Options}()',
      kind: 'route',
      path: ['$0'],
      method: ['$callee'],
      given: ['$1…'],
    },
    { at: 'App.All()', kind: 'route', path: ['$0'], given: ['$1…'] },
    { at: 'App.Add()', kind: 'route', path: ['$1'], method: ['$0'], given: ['$2…'] },
    { at: 'App.Group()', kind: 'group', path: ['$0'], given: ['$1…'] },
    { at: 'App.Route()', kind: 'group', path: ['$0'], callback: '$1' },
    { at: 'App.{Use,Mount}()', kind: 'use', path: ['$0'], given: ['$*'] },
  ],
  configs: [
    {
      kind: 'trusted-proxies',
      at: 'New()',
      unless: { '$0.ProxyHeader': undefined },
      options: {
        proxies: { from: ['$0.TrustedProxies', '$0.TrustProxyConfig.Proxies'], unset: 'any' },
        limited: { from: ['$0.EnableTrustedProxyCheck', '$0.TrustProxy'], unset: false },
      },
      fix: { proxies: '$0.EnableTrustedProxyCheck = true', review: 'yes' },
    },
    {
      kind: 'cookie',
      at: 'Cookie()',
      options: {
        name: { from: ['$Name', '.Name'] },
        value: { from: ['$Value', '.Value'], unset: '' },
        maxAge: { from: ['$MaxAge', '.MaxAge'] },
        secure: { from: ['$Secure', '.Secure'], unset: false },
        httpOnly: { from: ['$HTTPOnly', '.HTTPOnly'], unset: false },
        sameSite: { from: ['$SameSite', '.SameSite'], unset: 'Lax' },
      },
      use: ['Context.Cookie($0)'],
      fix: { secure: '$Secure = true', httpOnly: '$HTTPOnly = true', sameSite: '$SameSite = "Lax"' },
    },
    ...headerConfigs('Context.Set'),
    {
      kind: 'http-app',
      at: 'New()',
      options: {},
      fix: { use: '$this.Use(@{github.com/gofiber/fiber/v2/middleware/helmet}.New())' },
    },
  ],
});
