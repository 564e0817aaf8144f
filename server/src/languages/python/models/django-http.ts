import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { claimedAddresses, cookie, corsHeader, ESCAPE_DJANGO, NOT_A_PAGE, requestMeta, sinks } from './_words';

const PAGES = [
  'HttpResponse',
  'HttpResponseBadRequest',
  'HttpResponseNotFound',
  'HttpResponseForbidden',
  'HttpResponseServerError',
  'HttpResponseGone',
  'StreamingHttpResponse',
];
const BODIES = [...PAGES.map((name) => `${name}($0)`), 'HttpResponse($content)'];
const LATER = ['Reply.write($0)', 'Reply.content'];
const UNLESS = { $content_type: NOT_A_PAGE, $1: NOT_A_PAGE };

const REDIRECT = {
  redirect: '$value if @{django.utils.http#url_has_allowed_host_and_scheme}($value, {request.get_host()}) else "/"',
};

const TEXTS = 'Question.{GET,POST,COOKIES,headers}';

export default model({
  library: 'django.http',
  aliases: ['django.http.request', 'django.http.response'],
  types: {
    Question: ['type django.http#HttpRequest', 'type django.core.handlers.wsgi#WSGIRequest'],
    Reply: [
      ...PAGES.map((name) => `${name}()`),
      'JsonResponse()',
      'FileResponse()',
      'HttpResponseRedirect()',
      'HttpResponsePermanentRedirect()',
      'type django.http#HttpResponse',
    ],
    Upload: ['Question.FILES.*', 'Question.FILES[]', 'Question.FILES.get()', 'Question.FILES.getlist()[]'],
  },
  sources: {
    'claimed-address': [
      ...claimedAddresses('Question.headers[]', 'Question.headers.get'),
      ...['HTTP_X_FORWARDED_FOR', 'HTTP_X_REAL_IP', 'HTTP_CLIENT_IP', 'HTTP_CF_CONNECTING_IP'].flatMap((name) => [
        `Question.META["${name}"]`,
        `Question.META.get("${name}")`,
      ]),
    ],
    remote: [
      { at: 'Question.GET', part: 'query' },
      'Question.{POST,FILES,COOKIES,headers,body}',
      'Question.{read,readline,readlines}()',
      'Upload.name',
      ...requestMeta('Question.META'),
    ],
  },
  stores: [{ kind: 'session', does: 'members', at: 'Question.session' }],
  sinks: {
    answer: [
      ...sinks(['HttpResponse($0)', 'JsonResponse($0)'], { deep: true, when: { $status: [500, 502, 503] } }),
      { at: 'HttpResponseServerError($0)' },
      ...sinks(['HttpResponse($0)', 'JsonResponse($0)'], { deep: true, variant: 'any' }),
    ],

    identity: ['Question.{user,user_id}'],
    html: [...sinks(BODIES, { unless: UNLESS, fix: ESCAPE_DJANGO }), ...sinks(LATER, { fix: ESCAPE_DJANGO })],
    redirect: [
      { at: 'HttpResponseRedirect($0)', fix: REDIRECT },
      { at: 'HttpResponsePermanentRedirect($0)', fix: REDIRECT },
      { at: 'Reply["Location"]', fix: REDIRECT },
    ],
    header: [
      { at: 'Reply["Content-Disposition"]', variant: 'file-name' },
      { at: 'Reply.headers["Content-Disposition"]', variant: 'file-name' },
      { at: 'HttpResponse($headers.Content-Disposition)', variant: 'file-name' },
    ],
    session: [
      'Question.session.*',
      'Question.session[]',
      'Question.session.update($0)',
      'Question.session.setdefault($1)',
      { at: 'Question.session.__setitem__($0)', variant: 'key' },
    ],
  },
  sanitizers: [
    { at: 'JsonResponse()', cleans: ['html', 'html-script'] },
    { at: 'FileResponse()', cleans: 'all' },
  ],
  propagators: [
    { at: 'HttpResponseRedirect()', to: [] },
    { at: 'HttpResponsePermanentRedirect()', to: [] },
    { at: 'Reply.{set_cookie,delete_cookie,write,set_signed_cookie}()', to: [] },
    // Chosen by the server.
    { at: 'Upload.{temporary_file_path,multiple_chunks,close}()', to: [] },
    { at: 'Question.{is_secure,is_ajax,get_port,accepts,get_host}()', to: [] },
  ],
  // A field of a query or a form is a part of its text, never an object.
  operations: { 'string.substring': [`${TEXTS}.get()`] },
  configs: [
    ...[
      'user',
      'user_id',
      'userid',
      'uid',
      'username',
      'account',
      'account_id',
      'logged_in',
      'is_authenticated',
      'is_admin',
      'member_id',
    ].map(
      (name): ConfigSpec => ({
        kind: 'session-login',
        at: `Question.session["${name}"]`,
        options: { user: { from: ['$0'] } },
        fix: { before: '$root.session.cycle_key()' },
      }),
    ),
    {
      kind: 'untyped-json',
      at: 'HttpResponse()',
      given: { $0: 'json:Json' },
      when: { $1: undefined, $content_type: undefined, $headers: undefined },
      options: { type: { from: ['["Content-Type"]', '.content_type'] } },
      fix: {
        rewrite: '@{django.http#HttpResponse}(@{json}.dumps($data)) => @{django.http#JsonResponse}($data, safe=False)',
      },
    },
    cookie('Reply.set_cookie()', { unset: null }),
    {
      kind: 'cookie',
      at: 'Reply.set_signed_cookie()',
      options: {
        name: { from: ['$0', '$key'] },
        value: { from: ['$1', '$value'] },
        maxAge: { from: ['$max_age'] },
        secure: { from: ['$secure'], unset: false },
        httpOnly: { from: ['$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: null },
      },
      fix: { secure: '$secure = True', httpOnly: '$httponly = True', sameSite: '$samesite = "Lax"' },
    },
    // The header is set on the response itself.
    ...[...PAGES, 'JsonResponse', 'FileResponse'].map(
      (name): ConfigSpec => ({
        kind: 'cors',
        at: `${name}()`,
        options: {
          origin: { from: ['["Access-Control-Allow-Origin"]'] },
          credentials: { from: ['["Access-Control-Allow-Credentials"]'] },
        },
      }),
    ),
    corsHeader('Reply.headers["Access-Control-Allow-Origin"]'),
  ],
  deeds: [
    { kind: 'session-end', at: 'Question.session.{flush,clear,cycle_key}()' },
    { kind: 'session-forget', at: 'Question.session.pop()' },
    { kind: 'session-forget', at: 'Reply.delete_cookie()' },
  ],
});
