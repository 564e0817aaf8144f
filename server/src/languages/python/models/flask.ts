import { model } from '../../../facts/model';
import { claimedAddresses, cookie, corsHeader, credential, ESCAPE_MARKUP, NOT_A_PAGE, QUOTING, sinks } from './_words';

const ROUTE = 'App.{route,get,post,put,patch,delete}()($0)';

/** Applications that are handed around: what decorates a function with `route` is one. */
const ANY_ROUTE = '*.route()($0)';

const PAGES = [
  `${ROUTE}.return`,
  // Text with a status.
  `${ROUTE}.return[0]`,
  `${ANY_ROUTE}.return`,
  'make_response($0)',
  'Reply.set_data($0)',
  'Reply.data',
];
const BODIES = ['Response($0)', 'Response($response)', 'App.response_class($0)'];
const UNLESS = { $mimetype: NOT_A_PAGE, $content_type: NOT_A_PAGE };

const HEADERS = ['Reply.headers["Content-Disposition"]', 'Reply.headers.{set,add}("Content-Disposition", $1)'];

const CLASS_METHODS = Object.fromEntries(
  ['get', 'post', 'put', 'patch', 'delete'].map((name) => [name, [name.toUpperCase()]]),
);

/** Forms on a page of plain text: these can never be objects. */
const TEXTS = 'request.{args,form,values,headers,cookies}';

export default model({
  library: 'flask',
  aliases: ['flask.globals', 'flask.helpers', 'flask.wrappers'],
  types: {
    App: ['Flask()', 'Blueprint()', 'current_app', 'type flask#Flask', 'type flask#Blueprint'],
    Reply: [
      'make_response()',
      'Response()',
      'redirect()',
      'jsonify()',
      'send_file()',
      'send_from_directory()',
      'App.{make_response,response_class}()',
      'App.after_request($0).param(0)',
      'type flask#Response',
    ],
    Upload: [
      'request.files.*',
      'request.files[]',
      'request.files.get()',
      'request.files.getlist()[]',
      'request.files.values()[]',
      'type werkzeug.datastructures#FileStorage',
    ],
    View: ['type flask.views#MethodView', 'type flask.views#View'],
  },
  sources: {
    'claimed-address': claimedAddresses('request.headers[]', 'request.headers.get'),
    remote: [
      { at: 'request.args', part: 'query' },
      'request.{form,values,json,data,files,cookies,headers,query_string,stream,view_args,authorization,user_agent}',
      'request.{get_json,get_data}()',
      'Upload.{filename,name}',
      `${ROUTE}.param(*)`,
      { overriding: ['View.get', 'View.post', 'View.put', 'View.patch', 'View.delete', 'View.dispatch_request'] },
    ],
  },
  stores: [{ kind: 'session', does: 'members', at: 'session' }],
  sinks: {
    'untyped-answer': [
      {
        at: `${ROUTE}.return`,
        whole: true,
        fix: { rewrite: '@{json}.dumps($data) => @{flask#jsonify}($data)' },
      },
    ],
    answer: [
      `${ROUTE}.return`,
      ...sinks([`${ROUTE}.return[0]`, 'jsonify($*)', 'make_response($0)'], { deep: true, variant: 'any' }),
    ],

    identity: ['g.{user,user_id,current_user,account}'],
    html: [
      { at: 'Markup($0)', variant: 'trusted', fix: ESCAPE_MARKUP },
      ...sinks(PAGES, { fix: ESCAPE_MARKUP }),
      ...sinks(BODIES, { unless: UNLESS, fix: ESCAPE_MARKUP }),
    ],
    template: sinks(['render_template_string($0)', 'stream_template_string($0)'], {
      bind: { style: '{{ name }}', values: 'keyword' },
    }),
    redirect: ['redirect($0)', 'redirect($location)', 'Reply.headers["Location"]', 'Reply.location'],
    path: [
      { at: 'send_file($0)', fix: { confine: '@{flask#send_from_directory}($root, $file, $1...)' } },
      'send_from_directory($0)',
      { at: 'Upload.save($0)', fix: { 'plain-name': '@{werkzeug.utils#secure_filename}($value)' } },
      'App.open_resource($0)',
    ],
    header: sinks(HEADERS, { variant: 'file-name' }),
    log: sinks(['App.logger.{debug,info,warning,warn,error,critical,exception}($*)', 'App.logger.log($1…)'], {
      harmlessConversions: QUOTING,
    }),
    session: [
      'session.*',
      'session[]',
      'session.update($0)',
      'session.setdefault($1)',
      { at: 'session.__setitem__($0)', variant: 'key' },
    ],
  },
  sanitizers: [
    // Escapes what it is given, by default in the files that pages are made of.
    { at: 'render_template()', cleans: ['html', 'html-script'] },
    { at: 'render_template_string()', cleans: ['html', 'html-script'] },
    { at: 'stream_template()', cleans: ['html', 'html-script'] },
    { at: 'jsonify()', cleans: ['html', 'html-script', 'answer'] },
    { at: 'App.json.response()', cleans: ['html', 'html-script'] },
    { at: 'send_file()', cleans: 'all' },
    { at: 'send_from_directory()', cleans: 'all' },
    { at: 'url_for()', cleans: 'all' },
    { at: 'safe_join()', cleans: ['path'] },
    { at: 'escape()', cleans: ['html'] },
    { at: 'Markup.escape()', cleans: ['html'] },
    { at: `${TEXTS}.get(type="int")`, cleans: 'all' },
    { at: `${TEXTS}.get(type="float")`, cleans: 'all' },
    { at: `${TEXTS}.get(type="bool")`, cleans: 'all' },
    { at: `${TEXTS}.getlist(type="int")`, cleans: 'all' },
  ],
  renders: [{ at: 'flask.{render_template,stream_template}()', template: '$0', values: ['keywords'], escapes: true }],
  routing: [
    { at: 'Flask()', kind: 'application' },
    { at: 'Blueprint()', kind: 'router', path: ['$url_prefix'] },
    {
      at: 'App.route()',
      kind: 'group',
      path: ['$0', '$rule'],
      method: ['$methods'],
      methods: ['GET'],
    },
    { at: 'App.{get,post,put,patch,delete}()', kind: 'group', path: ['$0', '$rule'], method: ['$callee'] },
    { at: 'App.{route,get,post,put,patch,delete}()($0)', kind: 'route', given: ['$0'], classMethods: CLASS_METHODS },
    {
      at: 'App.add_url_rule()',
      kind: 'route',
      path: ['$0', '$rule'],
      method: ['$methods'],
      methods: ['GET'],
      given: ['$view_func', '$2'],
      classMethods: CLASS_METHODS,
    },
    {
      at: 'App.register_blueprint()',
      kind: 'use',
      path: ['$url_prefix'],
      given: ['$0', '$blueprint'],
      replacesPrefix: true,
    },
    { at: 'App.{before_request,before_app_request}()', kind: 'use', given: ['$0'], covers: 'all' },
  ],
  controls: [{ kind: 'authentication', members: ['decorators', 'method_decorators'] }],
  propagators: [
    { at: 'redirect()', to: [] },
    { at: 'flash()', to: [] },
    { at: 'App.logger.*()', to: [] },
    { at: 'Upload.save()', to: [] },
    { at: 'Reply.{set_cookie,delete_cookie}()', to: [] },
  ],
  // A field of a query or a form is a part of its text, never an object.
  operations: { 'string.substring': [`${TEXTS}.get()`], 'control.exit': ['abort()'] },
  configs: [
    {
      kind: 'untyped-json',
      at: 'Response()',
      given: { $0: 'json:Json' },
      when: { $mimetype: undefined, $content_type: undefined, $headers: undefined },
      options: { type: { from: ['.mimetype', '.content_type'] } },
      fix: { rewrite: '@{flask#Response}(@{json}.dumps($data)) => @{flask#jsonify}($data)' },
    },
    {
      kind: 'debug-mode',
      at: 'App.run()',
      options: { enabled: { from: ['$debug'] } },
      fix: { enabled: '$debug = @{os}.environ.get("FLASK_DEBUG") == "1"' },
    },
    { kind: 'debug-mode', at: 'App.debug', options: { enabled: { from: ['$0'] } } },
    { kind: 'debug-mode', at: 'App.config["DEBUG"]', options: { enabled: { from: ['$0'] } } },
    cookie('Reply.set_cookie()', { unset: null }),
    corsHeader('Reply.headers["Access-Control-Allow-Origin"]'),
    corsHeader('Reply.headers.{set,add,setdefault}("Access-Control-Allow-Origin")', '$1'),
    ...['render_template', 'stream_template', 'render_template_string'].map((name) => ({
      kind: 'pages' as const,
      at: `${name}()`,
      options: {},
    })),
    ...['Flask().permanent_session_lifetime', 'Flask().config["PERMANENT_SESSION_LIFETIME"]'].map((at) => ({
      kind: 'session-lifetime' as const,
      at,
      options: { lifetime: { from: ['$0'] }, longest: { from: [], unset: 7 * 86_400 } },
      fix: { lifetime: '$0 = 1800', review: 'yes' },
    })),
    {
      kind: 'session-lifetime',
      at: 'Flask().config.{update,from_mapping}()',
      options: { lifetime: { from: ['$PERMANENT_SESSION_LIFETIME'] }, longest: { from: [], unset: 7 * 86_400 } },
      fix: { lifetime: '$PERMANENT_SESSION_LIFETIME = 1800', review: 'yes' },
    },
    ...['WTF_CSRF_ENABLED', 'JWT_COOKIE_CSRF_PROTECT'].flatMap((name) => [
      {
        kind: 'forgery-protection' as const,
        at: `Flask().config["${name}"]`,
        options: { enabled: { from: ['$0'] } },
        fix: { enabled: '$0 = True' },
      },
      {
        kind: 'forgery-protection' as const,
        at: 'Flask().config.{update,from_mapping}()',
        unless: { [`$${name}`]: undefined },
        options: { enabled: { from: [`$${name}`] } },
        fix: { enabled: `$${name} = True` },
      },
    ]),
    { kind: 'http-app', at: 'Flask()', options: {}, fix: { use: '@{flask_talisman#Talisman}($this)' } },
    // Whoever works on every answer is taken to set the headers there.
    { kind: 'security-headers', at: 'Flask().after_request()', options: {} },
    ...['secure', 'httpOnly', 'sameSite'].map((option) => ({
      kind: 'session-cookie' as const,
      at: `Flask().config["SESSION_COOKIE_${option.toUpperCase()}"]`,
      options: { [option]: { from: ['$0'] } },
    })),
    {
      kind: 'session-cookie',
      at: 'Flask().config.{update,from_mapping}()',
      options: {
        secure: { from: ['$SESSION_COOKIE_SECURE'] },
        httpOnly: { from: ['$SESSION_COOKIE_HTTPONLY'] },
        sameSite: { from: ['$SESSION_COOKIE_SAMESITE'] },
      },
      fix: {
        secure: '$SESSION_COOKIE_SECURE = True',
        httpOnly: '$SESSION_COOKIE_HTTPONLY = True',
        sameSite: '$SESSION_COOKIE_SAMESITE = "Lax"',
      },
    },
    {
      kind: 'body-size',
      at: 'Flask().config["MAX_CONTENT_LENGTH"]',
      options: { limit: { from: ['$0'] } },
      fix: { limit: '$0 = 10 * 1024 * 1024', review: 'yes' },
    },
    credential('Flask().secret_key', '$0'),
    credential('Flask().config["SECRET_KEY"]', '$0'),
    credential('Flask().config.{update,from_mapping}()', '$SECRET_KEY'),
  ],
  deeds: [
    { kind: 'session-end', at: 'session.clear()' },
    { kind: 'session-forget', at: 'session.pop()' },
    { kind: 'session-forget', at: 'Reply.delete_cookie()' },
  ],
});
