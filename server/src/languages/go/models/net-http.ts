import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import {
  CONTENT_TYPE,
  COOKIE_OPTIONS,
  COOKIE_WORDS,
  claimedAddresses,
  connection,
  DISPOSITION,
  ESCAPE_HTML,
  FAULTS,
  headerConfigs,
  LOCATION,
  made,
  means,
  NOT_A_PAGE,
  nothing,
  sinks,
} from './_words';

const HEADERS = 'ResponseWriter.Header()';

/** A server with the limits that the package's own function has not. */
const listening = (at: string, fields: string, run: string): ConfigSpec => ({
  kind: 'listener',
  at,
  options: { header: { from: [], unset: 0 } },
  fix: {
    call: `(&@{net/http}.Server{${fields}, ReadHeaderTimeout: 5 * @{time}.Second, ReadTimeout: 15 * @{time}.Second, WriteTimeout: 30 * @{time}.Second, IdleTimeout: 60 * @{time}.Second}).${run}`,
    review: 'yes',
  },
});

export default model({
  library: 'net/http',
  types: {
    Request: ['type net/http#Request', 'Request.{WithContext,Clone}()'],
    // What is sent is the same type; what it holds the program has put there.
    Outgoing: ['http.{NewRequest,NewRequestWithContext}()[0]'],
    ResponseWriter: ['type net/http#ResponseWriter'],
    Header: ['type net/http#Header', 'Request.Header'],
    Client: [...made('net/http', 'Client'), 'DefaultClient'],
    Response: [
      'type net/http#Response',
      'http.{Get,Head,Post,PostForm}()[0]',
      'Client.{Do,Get,Head,Post,PostForm}()[0]',
    ],
    Received: ['Request.Cookie()[0]', 'Request.Cookies()[]'],
    Upload: ['type mime/multipart#FileHeader', 'Request.FormFile()[1]', 'Request.MultipartForm.File[][]'],
    Words: [
      'Request.{FormValue,PostFormValue,PathValue,UserAgent,Referer}()',
      'Request.{Host,RequestURI,RemoteAddr,Method,Proto}',
      'Request.URL.{Path,RawPath,RawQuery,Fragment,Host,Scheme}',
      'Header.Get()',
      'Header[][]',
      'Header.Values()[]',
      'Request.{Form,PostForm}[][]',
      'Received.{Name,Value}',
      'Upload.Filename',
    ],
    Router: [...made('net/http', 'ServeMux'), 'NewServeMux()'],
  },
  extends: { Words: [':Text'] },
  sources: {
    'claimed-address': claimedAddresses('Request.Header.Get'),
    remote: [
      'Request.{FormValue,PostFormValue,PathValue}()',
      'Request.{Form,PostForm,MultipartForm,Body}',
      'Request.FormFile()[0]',
      'Request.MultipartReader()[0]',
      'Request.{Cookies,CookiesNamed}()',
      'Request.Cookie()[0]',
      'Request.BasicAuth()[0]',
      'Request.BasicAuth()[1]',
      'Upload.Filename',
      { at: 'Request.{Header,Trailer,UserAgent}', harmlessTo: ['log', 'header'] },
      { at: 'Request.UserAgent()', harmlessTo: ['log', 'header'] },
      // Whoever sends someone here knows already where that was.
      { at: 'Request.Referer()', harmlessTo: ['log', 'header', 'redirect'] },
      // A browser says where it is, and its path begins at this site.
      { at: 'Request.{Host,RequestURI}', harmlessTo: ['log', 'header', 'redirect'] },
      { at: 'Request.URL.{Path,RawPath,Fragment}', harmlessTo: ['redirect'] },
      { at: 'Request.URL.RawQuery', harmlessTo: ['log', 'header', 'redirect'] },
      { at: 'Request.URL.{String,RequestURI,EscapedPath}()', harmlessTo: ['log', 'header', 'redirect'] },
      { at: 'Request.URL.Query()', part: 'query' },
    ],
  },
  sinks: {
    answer: [
      { at: 'Error($1)', when: { $2: FAULTS }, fix: { instead: '@{net/http}.StatusText($2)' } },
      { at: 'Error($1)', variant: 'any' },
      { at: 'ResponseWriter.{Write,WriteString}($0)', unlessMarked: 'client-error' },
    ],
    html: sinks(['ResponseWriter.{Write,WriteString}($0)'], { unlessMarked: 'not-a-page', fix: ESCAPE_HTML }),
    url: [
      'http.{Get,Head,Post,PostForm}($0)',
      'NewRequest($1)',
      'NewRequestWithContext($2)',
      'Client.{Get,Head,Post,PostForm}($0)',
    ],
    redirect: [
      'Redirect($2)',
      'RedirectHandler($0)',
      ...sinks([`${HEADERS}.{Set,Add}($1)`], { when: { $0: LOCATION } }),
      `${HEADERS}["Location"]`,
    ],
    path: ['ServeFile($2)', 'Dir($0)'],
    header: sinks([`${HEADERS}.{Set,Add}($1)`], { when: { $0: DISPOSITION }, variant: 'file-name' }),
  },
  propagators: [
    ...nothing(
      'http.{Get,Head,Post,PostForm,NewRequest,NewRequestWithContext,Redirect,Error,NotFound,ServeFile,SetCookie,Dir}()',
      'http.{RedirectHandler,FileServer,StripPrefix,TimeoutHandler,MaxBytesHandler,StatusText,ServeContent}()',
      'http.{Handle,HandleFunc,ListenAndServe,ListenAndServeTLS,Serve}()',
      'Router.*()',
      'Client.*()',
      'Request.{ParseForm,ParseMultipartForm,Context,WithContext,Clone}()',
      'ResponseWriter.*()',
      `${HEADERS}.*()`,
      'Outgoing.*()',
    ),
    { at: 'Upload.Open()', from: ['$this'], to: ['result[0]'] },
    { at: 'Header.{Get,Values}()', from: ['$this'] },
  ],
  routing: [
    { at: 'NewServeMux()', kind: 'application' },
    { at: 'Router.{HandleFunc,Handle}()', kind: 'route', path: ['$0'], given: ['$1'], methodInPath: true },
    {
      at: 'http.{HandleFunc,Handle}()',
      kind: 'route',
      of: 'result',
      path: ['$0'],
      given: ['$1'],
      methodInPath: true,
    },
    { at: 'http.ListenAndServe()', kind: 'application', given: ['$1'] },
    { at: 'http.ListenAndServeTLS()', kind: 'application', given: ['$3'] },
    { at: 'Server()', kind: 'application', given: ['$Handler'] },
  ],
  marks: [
    { at: 'ResponseWriter.WriteHeader()', mark: 'client-error', unless: { $0: FAULTS }, by: {} },
    {
      at: `${HEADERS}.{Set,Add}()`,
      of: 'origin',
      mark: 'not-a-page',
      when: { $0: CONTENT_TYPE },
      by: { $1: NOT_A_PAGE },
    },
  ],
  sanitizers: [
    { at: 'MaxBytesReader()', cleans: ['memory'], inPlace: '$1' },
    { at: 'http.{CanonicalHeaderKey,DetectContentType}()', cleans: 'all' },
    { at: 'Request.{ProtoAtLeast}()', cleans: 'all' },
  ],
  configs: [
    {
      kind: 'untyped-json',
      at: 'ResponseWriter.Write()',
      given: { $0: 'encoding/json:Json' },
      unlessMarked: 'not-a-page',
      options: { guess: means('text') },
      fix: { before: '$this.Header().Set("Content-Type", "application/json")' },
    },
    {
      kind: 'listener',
      at: 'Server()',
      options: {
        header: {
          from: ['$ReadHeaderTimeout', '.ReadHeaderTimeout', '$ReadTimeout', '.ReadTimeout'],
          unset: 0,
        },
      },
      fix: { header: '$ReadHeaderTimeout = 5 * @{time}.Second' },
    },
    listening('ListenAndServe()', 'Addr: $0, Handler: $1', 'ListenAndServe()'),
    listening('ListenAndServeTLS()', 'Addr: $0, Handler: $3', 'ListenAndServeTLS($1, $2)'),
    listening('Serve()', 'Handler: $1', 'Serve($0)'),
    ...['Get', 'Head', 'Post', 'PostForm'].map(
      (name): ConfigSpec => ({
        kind: 'outgoing-call',
        at: `http.${name}()`,
        options: { timeout: means(null) },
        fix: { call: `(&@{net/http}.Client{Timeout: 10 * @{time}.Second}).${name}($0, $1...)` },
      }),
    ),
    {
      kind: 'outgoing-call',
      at: 'Client()',
      // A request may bring a deadline in its context.
      options: { timeout: { from: ['$Timeout', '.Timeout'], unset: 'unlimited' } },
      fix: { timeout: '$Timeout = 10 * @{time}.Second' },
    },
    { kind: 'outgoing-headers', at: 'Outgoing.Header', options: { headers: { from: ['$0'] } } },
    connection('http.{Get,Head,Post,PostForm}()', '$0'),
    connection('Client.{Get,Head,Post,PostForm}()', '$0'),
    connection('NewRequest()', '$1'),
    connection('NewRequestWithContext()', '$2'),
    {
      kind: 'cookie',
      at: 'Cookie()',
      // The cookie is taken away.
      unless: { $MaxAge: -1 },
      options: COOKIE_OPTIONS,
      use: [
        'SetCookie($1)',
        'github.com/labstack/echo/v4:Context.SetCookie($0)',
        'github.com/gin-gonic/gin:Context.SetCookieData($0)',
      ],
      fix: COOKIE_WORDS,
    },
    ...headerConfigs(`${HEADERS}.{Set,Add}`),
  ],
});
