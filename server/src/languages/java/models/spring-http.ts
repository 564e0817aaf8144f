import { model } from '../../../facts/model';

const DISPOSITION = [
  'Content-Disposition',
  'content-disposition',
  'org.springframework.http.HttpHeaders.CONTENT_DISPOSITION',
];
const LOCATION = ['Location', 'location', 'org.springframework.http.HttpHeaders.LOCATION'];

export default model({
  library: 'org.springframework.http',
  types: {
    Headers: ['type org.springframework.http.HttpHeaders', 'HttpHeaders()'],
    Builder: [
      'type org.springframework.http.ResponseEntity.BodyBuilder',
      'type org.springframework.http.ResponseEntity.HeadersBuilder',
      'ResponseEntity.{status,accepted,badRequest,created,internalServerError,unprocessableEntity,noContent,notFound}()',
      'ResponseEntity.ok()',
      'Builder.{header,headers,eTag,lastModified,cacheControl,location,allow}()',
    ],
    // An answer that says what it is, is not taken for a page.
    Typed: ['Builder.contentType()', 'Typed.{header,headers,contentLength}()'],
    Cookies: [
      'type org.springframework.http.ResponseCookie.ResponseCookieBuilder',
      'ResponseCookie.{from,fromClientResponse}()',
    ],
  },
  sinks: {
    answer: [
      'ResponseEntity.internalServerError().body($0)',
      'ResponseEntity.status(500).body($0)',
      'ResponseEntity.status("HttpStatus.INTERNAL_SERVER_ERROR").body($0)',
      {
        at: 'ResponseEntity($0)',
        when: { $1: ['HttpStatus.INTERNAL_SERVER_ERROR', 'org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR'] },
      },
    ],

    header: [
      { at: 'Headers.{add,set}($1)', when: { $0: DISPOSITION }, variant: 'file-name' },
      { at: 'Builder.header($1)', when: { $0: DISPOSITION }, variant: 'file-name' },
      { at: 'Typed.header($1)', when: { $0: DISPOSITION }, variant: 'file-name' },
    ],
    redirect: [
      { at: 'Headers.{add,set}($1)', when: { $0: LOCATION } },
      { at: 'Builder.header($1)', when: { $0: LOCATION } },
    ],
  },
  sanitizers: [{ at: 'ContentDisposition.{attachment,inline,builder}().filename()', cleans: ['header'] }],
  propagators: [
    { at: 'ResponseEntity()', from: ['$0'] },
    { at: 'ResponseEntity.{ok,of}()', from: ['$0'] },
    { at: 'Builder.body()', from: ['$0'] },
    { at: 'Builder.header()', to: [] },
    { at: 'Typed.body()', to: [] },
    { at: 'ResponseEntity.{created,status}()', to: [] },
  ],
  configs: [
    { kind: 'outgoing-headers', at: 'HttpEntity()', options: { headers: { from: ['$1'] } } },
    {
      kind: 'cookie',
      at: 'ResponseCookie.from()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['.value($0)', '$1'] },
        secure: { from: ['.secure($0)'], unset: false },
        httpOnly: { from: ['.httpOnly($0)'], unset: false },
        sameSite: { from: ['.sameSite($0)'], unset: null },
        maxAge: { from: ['.maxAge($0)'] },
      },
      fix: { secure: '.secure(true)', httpOnly: '.httpOnly(true)', sameSite: '.sameSite("Lax")' },
    },
    {
      kind: 'cors',
      at: 'Builder.header("Access-Control-Allow-Origin")',
      options: { origin: { from: ['$1'] } },
    },
    {
      kind: 'cors',
      at: 'Headers.{add,set}("Access-Control-Allow-Origin")',
      options: { origin: { from: ['$1'] } },
    },
    { kind: 'cors', at: 'Headers.setAccessControlAllowOrigin()', options: { origin: { from: ['$0'] } } },
  ],
});
