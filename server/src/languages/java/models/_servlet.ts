import type { ConfigSpec, Model } from '../../../facts/model';
import { CONTENT_TYPE, claimedAddresses, ESCAPE_HTML, headerConfigs, NOT_A_PAGE } from './_words';

/** What a session says of who is logged in. */
const LOGGED_IN = [
  ...['user', 'User', 'username', 'userName', 'userid', 'userId', 'user_id', 'uid', 'currentUser', 'loggedInUser'],
  ...['loginUser', 'account', 'isLoggedIn', 'loggedIn', 'loggedin', 'authenticated', 'isAdmin', 'admin', 'principal'],
];

/** Servlets are the same under both spellings of their package, but only the newer cookie can carry SameSite. */
export function servlet(prefix: 'javax' | 'jakarta'): Model {
  const base = `${prefix}.servlet`;
  return {
    library: base,
    types: {
      Request: [
        `type ${base}.ServletRequest`,
        `type ${base}.ServletRequestWrapper`,
        `type ${base}.http.HttpServletRequest`,
        `type ${base}.http.HttpServletRequestWrapper`,
      ],
      Response: [
        `type ${base}.ServletResponse`,
        `type ${base}.ServletResponseWrapper`,
        `type ${base}.http.HttpServletResponse`,
        `type ${base}.http.HttpServletResponseWrapper`,
      ],
      Context: [`type ${base}.ServletContext`, 'Request.getServletContext()'],
      Page: ['Response.getWriter()', `type ${base}.jsp.JspWriter`],
      Body: [`type ${base}.ServletOutputStream`, 'Response.getOutputStream()'],
      Upload: [`type ${base}.http.Part`, 'Request.getPart()', 'Request.getParts()[]'],
      Words: [
        'Request.{getParameter,getHeader,getQueryString,getRequestURI,getPathInfo,getMethod,getContextPath}()',
        'Request.getParameterValues()[]',
        'Received.{getValue,getName}()',
      ],
      Received: [`type ${base}.http.Cookie`, 'Request.getCookies()[]'],
    },
    extends: { Words: ['java.lang:Text'] },
    sources: {
      'claimed-address': claimedAddresses('Request.getHeader'),
      remote: [
        'Request.{getParameter,getParameterValues,getParameterMap,getParameterNames}()',
        'Request.{getInputStream,getReader}()',
        'Request.{getCookies,getPathInfo,getPathTranslated}()',
        // As they stand in the request: its lines end where a line ends.
        {
          at: 'Request.{getHeader,getHeaders,getHeaderNames,getQueryString,getRequestURI,getRequestURL}()',
          harmlessTo: ['log', 'header'],
        },
        'Request.{getPart,getParts}()',
        'Upload.getSubmittedFileName()',
      ],
    },
    operations: {
      'map.put': ['Request.setAttribute()'],
      'map.get': ['Request.getAttribute()'],
    },
    renders: [
      { at: 'Request.getRequestDispatcher()', template: '$0', values: [], prepares: true },
      { at: 'Context.getRequestDispatcher()', template: '$0', values: [], prepares: true },
      ...['Request', 'Context'].map((holder) => ({
        at: `${holder}.getRequestDispatcher().{forward,include}()`,
        template: '$this',
        values: ['$0'],
        also: { request: '$0', response: '$1' },
      })),
    ],
    sinks: {
      answer: [
        {
          at: 'Response.sendError($1)',
          when: {
            $0: [
              500,
              'HttpServletResponse.SC_INTERNAL_SERVER_ERROR',
              `${base}.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR`,
            ],
          },
        },
        { at: 'Page.{print,println,write,append}($0)', variant: 'any' },
        {
          at: '*.printStackTrace($this)',
          given: { $0: 'Page' },
          fix: { 'instead-call': '$0.print("Internal error")' },
        },
      ],
      html: [
        {
          at: 'Page.{print,println,write,append}($0)',
          unlessMarked: 'not-a-page',
          fix: ESCAPE_HTML,
        },
        {
          at: 'Page.{printf,format}($*)',
          unlessMarked: 'not-a-page',
          deep: true,
          fix: ESCAPE_HTML,
        },
        {
          at: 'Body.{print,println,write}($0)',
          unlessMarked: 'not-a-page',
          fix: ESCAPE_HTML,
        },
      ],
      redirect: [
        'Response.sendRedirect($0)',
        { at: 'Response.{setHeader,addHeader}($1)', when: { $0: ['Location', 'location'] } },
      ],
      header: [
        {
          at: 'Response.{setHeader,addHeader}($1)',
          unless: {
            $0: [
              'Location',
              'location',
              'Content-Disposition',
              'content-disposition',
              'Access-Control-Allow-Origin',
              'access-control-allow-origin',
            ],
          },
        },
        {
          at: 'Response.{setHeader,addHeader}($1)',
          when: { $0: ['Content-Disposition', 'content-disposition'] },
          variant: 'file-name',
        },
        'Response.{setHeader,addHeader}($0)',
      ],
      path: [
        { at: 'Request.getRequestDispatcher($0)', variant: 'include' },
        { at: 'Context.getRequestDispatcher($0)', variant: 'include' },
        'Context.{getResource,getResourceAsStream,getResourcePaths}($0)',
        'Upload.write($0)',
      ],
      log: ['Context.log($0)'],
    },
    marks: [
      { at: 'Response.setContentType()', mark: 'not-a-page', by: { $0: NOT_A_PAGE } },
      {
        at: 'Response.{setHeader,addHeader}()',
        mark: 'not-a-page',
        when: { $0: CONTENT_TYPE },
        by: { $1: NOT_A_PAGE },
      },
    ],
    propagators: [
      { at: 'Received.{getValue,getName,getPath,getDomain,getComment}()', from: ['$this'] },
      { at: 'Upload.getSubmittedFileName()', to: [] },
      { at: 'Upload.{getInputStream,getName,getHeader,getContentType}()', from: ['$this'] },
      { at: 'Context.getRealPath()', from: ['$0'] },
      { at: 'Context.{getResource,getResourceAsStream,getRequestDispatcher}()', to: [] },
      { at: 'Request.getRequestDispatcher()', to: [] },
    ],
    sanitizers: [{ at: 'Request.{getContentLength,getIntHeader,getDateHeader,isUserInRole}()', cleans: 'all' }],
    configs: [
      ...['com.fasterxml.jackson.databind:Json', 'com.google.gson:Json'].map(
        (type): ConfigSpec => ({
          kind: 'untyped-json',
          at: 'Page.{print,println,write,append}()',
          given: { $0: type },
          unlessMarked: 'not-a-page',
          options: {},
        }),
      ),
      {
        kind: 'cors',
        at: 'Response.{setHeader,addHeader}("Access-Control-Allow-Origin")',
        options: { origin: { from: ['$1'] } },
      },
      ...headerConfigs('Response.{setHeader,addHeader}'),
      ...['Content-Security-Policy', 'X-Frame-Options', 'X-Content-Type-Options', 'Strict-Transport-Security'].map(
        (name) => ({
          kind: 'security-headers' as const,
          at: `Response.{setHeader,addHeader}("${name}")`,
          options: {},
        }),
      ),
    ],
  };
}

export function servletHttp(prefix: 'javax' | 'jakarta'): Model {
  const base = `${prefix}.servlet`;
  const sameSite = { sameSite: { from: ['.setAttribute("SameSite", $1)'], unset: null } };
  return {
    library: `${base}.http`,
    types: {
      Session: [`type ${base}.http.HttpSession`, `${base}:Request.getSession()`],
    },
    deeds: [
      { kind: 'session-end', at: 'Session.invalidate()' },
      { kind: 'session-end', at: `${base}:Request.logout()` },
      { kind: 'session-forget', at: 'Session.{removeAttribute,removeValue}()' },
    ],
    stores: [
      { kind: 'session', does: 'write', at: 'Session.{setAttribute,putValue}($1)', key: 'name' },
      { kind: 'session', does: 'read', at: 'Session.{getAttribute,getValue}()', key: 'name' },
    ],
    sinks: {
      session: ['Session.{setAttribute,putValue}($1)', { at: 'Session.{setAttribute,putValue}($0)', variant: 'key' }],
    },
    propagators: [{ at: 'Cookie()', from: ['$1'] }],
    configs: [
      {
        kind: 'session-login',
        at: 'Session.{setAttribute,putValue}()',
        when: { $0: LOGGED_IN },
        options: { user: { from: ['$1'] } },
        fix: { before: '$parameter.changeSessionId()', of: 'HttpServletRequest' },
      },
      {
        kind: 'session-lifetime',
        at: 'Session.setMaxInactiveInterval()',
        options: {
          lifetime: { from: ['$0'] },
          forever: { from: [], unset: true },
          longest: { from: [], unset: 86_400 },
        },
        fix: { lifetime: '$0 = 1800', review: 'yes' },
      },
      {
        kind: 'cookie',
        at: 'Cookie()',
        options: {
          name: { from: ['$0'] },
          value: { from: ['.setValue($0)', '$1'] },
          secure: { from: ['.setSecure($0)'], unset: false },
          httpOnly: { from: ['.setHttpOnly($0)'], unset: false },
          maxAge: { from: ['.setMaxAge($0)'] },
          ...(prefix === 'jakarta' ? sameSite : {}),
        },
        use: [`${base}:Response.addCookie($0)`],
        fix: {
          secure: '.setSecure(true)',
          httpOnly: '.setHttpOnly(true)',
          ...(prefix === 'jakarta' ? { sameSite: '.setAttribute("SameSite", "Lax")' } : {}),
        },
      },
    ],
  };
}
