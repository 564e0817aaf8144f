import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

const RS = ['javax.ws.rs', 'jakarta.ws.rs'];
const PARAMETERS = ['QueryParam', 'PathParam', 'FormParam', 'HeaderParam', 'CookieParam', 'MatrixParam', 'BeanParam'];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const named = (names: readonly string[]): string[] => RS.flatMap((base) => names.map((name) => `${base}.${name}`));

export default model({
  library: 'javax.ws.rs.core',
  aliases: ['jakarta.ws.rs.core'],
  types: {
    Filter: RS.map((base) => `type ${base}.container.ContainerRequestFilter`),
    Headers: ['type javax.ws.rs.core.HttpHeaders'],
    Address: ['type javax.ws.rs.core.UriInfo'],
    Received: ['type javax.ws.rs.core.Cookie', 'Headers.getCookies()[]'],
    Builder: [
      'type javax.ws.rs.core.Response.ResponseBuilder',
      'Response.{ok,status,accepted,created,seeOther,temporaryRedirect,noContent,notModified,serverError}()',
      'Builder.{entity,type,header,status,cookie,location,build}()',
    ],
  },
  sources: {
    remote: [
      { parameterWith: named(PARAMETERS) },
      {
        parametersOf: named(METHODS),
        exceptWith: [...named(['PathParam', 'QueryParam']), ...named(['core.Context', 'container.Suspended'])],
        exceptTypes: [
          'javax.ws.rs.core.UriInfo',
          'jakarta.ws.rs.core.UriInfo',
          'javax.ws.rs.core.SecurityContext',
          'jakarta.ws.rs.core.SecurityContext',
          'javax.servlet.http.HttpServletRequest',
          'jakarta.servlet.http.HttpServletRequest',
          'javax.servlet.http.HttpServletResponse',
          'jakarta.servlet.http.HttpServletResponse',
          'javax.ws.rs.container.AsyncResponse',
          'jakarta.ws.rs.container.AsyncResponse',
        ],
      },
      'Headers.{getHeaderString,getRequestHeader,getRequestHeaders,getCookies}()',
      'Address.{getPath,getPathParameters,getQueryParameters,getRequestUri,getAbsolutePath,getPathSegments}()',
    ],
  },
  sinks: {
    html: [
      {
        // Without a type it is the one that the browser asks for first: HTML.
        returnOf: named(METHODS),
        returnTypes: ['java.lang.String'],
        exceptSaying: { of: named(['Produces']), argument: 'value', unlike: ['html', '*/*', 'WILDCARD'] },
        fix: ESCAPE_HTML,
      },
    ],
    redirect: ['Response.{seeOther,temporaryRedirect}($0)', 'Builder.location($0)'],
    header: [
      {
        at: 'Builder.header($1)',
        unless: { $0: ['Content-Disposition', 'content-disposition', 'Access-Control-Allow-Origin', 'Location'] },
      },
      {
        at: 'Builder.header($1)',
        when: { $0: ['Content-Disposition', 'content-disposition'] },
        variant: 'file-name',
      },
    ],
  },
  declaredRoutes: [
    {
      methodsWith: Object.fromEntries(RS.flatMap((base) => METHODS.map((name) => [`${base}.${name}`, [name]]))),
      pathArguments: ['value'],
      pathWith: named(['Path']),
      prefixWith: named(['Path']),
    },
  ],
  controls: [{ kind: 'authentication', filterType: 'Filter' }],
  propagators: [{ at: 'Received.{getValue,getName}()', from: ['$this'] }],
  configs: [
    {
      kind: 'cookie',
      at: 'NewCookie()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1'] },
        // The long constructors end in secure and httpOnly.
        secure: { from: ['$6'], unset: false },
        httpOnly: { from: ['$8', '$7'], unset: false },
      },
    },
    {
      kind: 'cors',
      at: 'Builder.header("Access-Control-Allow-Origin")',
      options: { origin: { from: ['$1'] } },
    },
  ],
});
