import { model } from '../../../facts/model';
import { ESCAPE_HTML, FAULTS, nothing, PAGE } from './_words';

export default model({
  library: 'github.com/labstack/echo/v4',
  aliases: ['github.com/labstack/echo', 'github.com/labstack/echo/v5'],
  types: {
    Context: ['type github.com/labstack/echo/v4#Context'],
    Group: ['type github.com/labstack/echo/v4#Group', 'App.Group()', 'Group.Group()'],
    App: ['type github.com/labstack/echo/v4#Echo', 'New()'],
    Request: ['Context.Request()'],
    Writer: ['Context.Response()', 'Context.Response().Writer'],
    Upload: ['Context.FormFile()[0]'],
    Values: ['Context.QueryParams()', 'Context.FormParams()[0]'],
    Received: ['Context.Cookie()[0]'],
    Words: ['Context.{QueryParam,Param,FormValue,QueryString,RealIP}()'],
  },
  extends: {
    Request: ['net/http:Request'],
    Writer: ['net/http:ResponseWriter'],
    Upload: ['net/http:Upload'],
    Values: ['net/url:Values'],
    Received: ['net/http:Received'],
    Words: [':Text'],
  },
  sources: {
    remote: [
      { at: 'Context.{QueryParam,QueryParams}()', part: 'query' },
      'Context.{Param,FormValue,ParamValues}()',
      { at: 'Context.QueryString()', harmlessTo: ['log', 'header'] },
      'Context.{FormParams,Cookie,MultipartForm}()[0]',
      'Context.Bind($0)',
    ],
  },
  sinks: {
    answer: [
      { at: 'Context.{JSON,JSONPretty,XML}($1)', deep: true, when: { $0: FAULTS } },
      { at: 'Context.String($1)', when: { $0: FAULTS } },
      { at: 'NewHTTPError($1)', when: { $0: FAULTS } },
    ],
    html: [
      { at: 'Context.{HTML,HTMLBlob}($1)', fix: ESCAPE_HTML },
      { at: 'Context.Blob($2)', when: { $1: PAGE }, fix: ESCAPE_HTML },
    ],
    redirect: ['Context.Redirect($1)'],
    path: ['Context.{File,Attachment,Inline}($0)'],
    template: [{ at: 'Context.Render($1)', variant: 'name' }],
  },
  sanitizers: [{ at: 'Context.{RealIP,Scheme,Path,IsTLS}()', cleans: 'all' }],
  propagators: nothing(
    'Context.{Get,Set,JSON,JSONBlob,String,HTML,XML,Blob,Stream,File,Attachment,Inline,NoContent,Redirect}()',
    'Context.{Error,SetCookie,Render,Validate,Logger,Response,Request}()',
    'App.*()',
    'NewHTTPError()',
  ),
  routing: [
    { at: 'New()', kind: 'application' },
    ...['App', 'Group'].flatMap((holder) => [
      {
        at: `${holder}.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}()`,
        kind: 'route' as const,
        path: ['$0'],
        method: ['$callee'],
        given: ['$2…', '$1'],
      },
      { at: `${holder}.Any()`, kind: 'route' as const, path: ['$0'], given: ['$2…', '$1'] },
      { at: `${holder}.{Add,Match}()`, kind: 'route' as const, path: ['$1'], method: ['$0'], given: ['$3…', '$2'] },
      { at: `${holder}.Group()`, kind: 'group' as const, path: ['$0'], given: ['$1…'] },
    ]),
    // Runs for every request, whenever it was added.
    { at: 'App.{Use,Pre}()', kind: 'use', given: ['$*'], covers: 'all' },
    { at: 'Group.Use()', kind: 'use', given: ['$*'] },
  ],
  configs: [
    { kind: 'proxied-app', at: 'New()', options: {} },
    { kind: 'client-address', at: 'Context.RealIP()', options: {} },
    { kind: 'trusted-proxies', at: 'App.IPExtractor', options: {} },
    {
      kind: 'http-app',
      at: 'New()',
      options: {},
      fix: { use: '$this.Use(@{github.com/labstack/echo/v4/middleware}.Secure())' },
    },
  ],
});
