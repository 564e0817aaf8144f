import { example, type Place, suite } from './fixes-support';

const COOKIE = {
  httpOnly: '$2.httpOnly = true',
  secure: '$2.secure = true',
  sameSite: '$2.sameSite = "lax"',
};
const at = (call: string, option: keyof typeof COOKIE): Place => ({ at: call, option, words: COOKIE });
const one = (call: string, option: string, word: string): Place => ({ at: call, option, words: { [option]: word } });
const js = (rule: string, title: string, place: Place) => example('javascript', rule, title, place);

const HTTP_ONLY = 'cookie-missing-httponly';
const SAME_SITE = 'cookie-missing-samesite';
const SECURE = 'cookie-missing-secure';

suite('set-option', {
  javascript: [
    js(HTTP_ONLY, 'Express: no options', at('res.cookie(', 'httpOnly')),
    js(HTTP_ONLY, 'Express: no options at all', at('res.cookie(', 'httpOnly')),
    js(HTTP_ONLY, 'Express: switched off', at('res.cookie(', 'httpOnly')),
    js(HTTP_ONLY, 'express-session: switched off', one('session(', 'httpOnly', '$0.cookie.httpOnly = true')),
    js(HTTP_ONLY, 'cookie-session: switched off', one('cookieSession(', 'httpOnly', '$0.httpOnly = true')),
    js(HTTP_ONLY, 'Fastify: setCookie', at('reply.setCookie(', 'httpOnly')),
    js(HTTP_ONLY, 'Koa: switched off', at('ctx.cookies.set(', 'httpOnly')),
    js(HTTP_ONLY, 'Hapi: switched off', one('server.state(', 'httpOnly', '$1.isHttpOnly = true')),
    js(HTTP_ONLY, 'Next.js: cookies().set', at('jar.set(', 'httpOnly')),
    js(HTTP_ONLY, 'cookie: serialize', at('cookie.serialize(', 'httpOnly')),
    js(SAME_SITE, 'Express', at('res.cookie(', 'sameSite')),
    js(SAME_SITE, 'Express: switched off', at('res.cookie(', 'sameSite')),
    js(SAME_SITE, 'express-session', one('session(', 'sameSite', '$0.cookie.sameSite = "lax"')),
    js(SAME_SITE, 'Hapi: switched off', one('server.state(', 'sameSite', '$1.isSameSite = "Lax"')),
    js(SECURE, 'express-session: nothing said', one('session(', 'secure', '$0.cookie.secure = true')),
    js(SECURE, 'express-session: no cookie options', one('session(', 'secure', '$0.cookie.secure = true')),
    js(SECURE, 'cookie: serialize', at('serialize(', 'secure')),
    js('cookie-samesite-none', 'Express: with Secure', at('res.cookie(', 'sameSite')),
    js(
      'cors-wildcard-origin',
      'cors: a star',
      one('cors(', 'origin', '$0.origin = process.env.ALLOWED_ORIGINS.split(",")'),
    ),
    js(
      'tls-verify-disabled',
      'https: rejectUnauthorized of a request',
      one('https.request(', 'verify', '$0.rejectUnauthorized = true'),
    ),
    js('tls-verify-disabled', 'https: an agent', one('new https.Agent(', 'verify', '$0.rejectUnauthorized = true')),
    js('tls-verify-disabled', 'tls: connect', one('tls.connect(', 'verify', '$rejectUnauthorized = true')),
    js('tls-verify-disabled', 'request: strictSSL', one('request(', 'verify', '$0.strictSSL = true')),
    js('weak-cipher', 'A short RSA key', one('crypto.generateKeyPairSync(', 'bits', '$1.modulusLength = 3072')),
    js('weak-hash', 'createHash with MD5', one('crypto.createHash(', 'algorithm', '$0 = "sha256"')),
    js('weak-hash', 'createHash with SHA-1, by name', one('createHash(', 'algorithm', '$0 = "sha256"')),
    js('xxe', 'libxmljs: noent', one('libxmljs.parseXml(', 'entities', '$1.noent = false')),
    {
      title: 'before a callback',
      place: one('https.get(', 'verify', '$1.rejectUnauthorized = true'),
      bad: "https.get('https://a', (res) => res.end());\n",
      good: "https.get('https://a', { rejectUnauthorized: true }, (res) => res.end());\n",
    },
    {
      title: 'options at another place than the first',
      place: one('https.get(', 'verify', '$0.rejectUnauthorized = true'),
      bad: "https.get('https://a', { rejectUnauthorized: false }, done);\n",
      good: "https.get('https://a', { rejectUnauthorized: true }, done);\n",
    },
    {
      title: 'lines of an object stay, its last comma too',
      place: at('res.cookie(', 'secure'),
      bad: "res.cookie('a', b, {\r\n\tpath: '/',\r\n\thttpOnly: true,\r\n});\r\n",
      good: "res.cookie('a', b, {\r\n\tpath: '/',\r\n\thttpOnly: true,\r\n\tsecure: true,\r\n});\r\n",
    },
    {
      title: 'an object that another function of the file made',
      place: at('res.cookie(', 'secure'),
      bad: "const OPTIONS = { httpOnly: true };\nexports.f = (res) => {\n  res.cookie('a', 'b', OPTIONS);\n};\n",
      good: "const OPTIONS = { httpOnly: true, secure: true };\nexports.f = (res) => {\n  res.cookie('a', 'b', OPTIONS);\n};\n",
    },
    {
      title: 'what is assigned later counts',
      place: at('res.cookie(', 'secure'),
      bad: "function f(res) {\n  const o = { path: '/' };\n  o.secure = false;\n  res.cookie('a', 'b', o);\n}\n",
      good: "function f(res) {\n  const o = { path: '/' };\n  o.secure = true;\n  res.cookie('a', 'b', o);\n}\n",
    },
    {
      title: 'an object from elsewhere',
      place: at('res.cookie(', 'secure'),
      bad: "exports.f = (res, options) => res.cookie('a', 'b', options);\n",
      good: undefined,
    },
    {
      title: 'a short form',
      place: at('res.cookie(', 'secure'),
      bad: "const secure = false;\nres.cookie('a', 'b', { secure, path: '/' });\n",
      good: "const secure = false;\nres.cookie('a', 'b', { secure: true, path: '/' });\n",
    },
    {
      title: 'several places, one removed',
      place: one('load(', 'safe', '$1.unsafe -; $1.safe = true'),
      bad: 'load(x, { unsafe: true, a: 1 });\n',
      good: 'load(x, { a: 1, safe: true });\n',
    },
    {
      title: 'a setter that is there',
      place: one('new Cookie(', 'secure', '.setSecure(true)'),
      bad: "const c = new Cookie('a');\nc.setSecure(false);\nsend(c);\n",
      good: "const c = new Cookie('a');\nc.setSecure(true);\nsend(c);\n",
    },
    {
      title: 'a setter that is missing, without semicolons',
      place: one('new Cookie(', 'secure', '.setSecure(true)'),
      bad: "function f() {\n  const c = new Cookie('a')\n  send(c)\n}\n",
      good: "function f() {\n  const c = new Cookie('a')\n  c.setSecure(true)\n  send(c)\n}\n",
    },
    {
      title: 'a setter of a thing without a name',
      place: one('new Cookie(', 'secure', '.setSecure(true)'),
      bad: "function f() {\n  send(new Cookie('a'));\n}\n",
      good: "function f() {\n  const cookie = new Cookie('a');\n  cookie.setSecure(true);\n  send(cookie);\n}\n",
    },
    {
      title: 'a builder',
      place: one('cookie(', 'secure', '.secure(true)'),
      bad: "send(cookie('a').path('/').build());\n",
      good: "send(cookie('a').secure(true).path('/').build());\n",
    },
    {
      title: 'a feature by its name',
      place: one('new Parser(', 'entities', '.setFeature("external", false)'),
      bad: "const p = new Parser();\np.setFeature('a', true);\np.setFeature('external', true);\n",
      good: "const p = new Parser();\np.setFeature('a', true);\np.setFeature('external', false);\n",
    },
    {
      title: 'an attribute',
      place: one('new Agent(', 'verify', '.options.verify = true'),
      bad: 'const a = new Agent();\na.options.verify = false;\n',
      good: 'const a = new Agent();\na.options.verify = true;\n',
    },
    {
      title: 'an attribute that is missing',
      place: one('new Agent(', 'verify', '.options["verify"] = true'),
      bad: 'const a = new Agent();\nrun(a);\n',
      good: "const a = new Agent();\na.options['verify'] = true;\nrun(a);\n",
    },
  ],
  python: [
    {
      title: 'a keyword that is missing',
      place: one('resp.set_cookie(', 'secure', '$secure = True'),
      bad: 'resp.set_cookie("a", b, httponly=True)\n',
      good: 'resp.set_cookie("a", b, httponly=True, secure=True)\n',
    },
    {
      title: 'a keyword that is there, before a mapping',
      place: one('resp.set_cookie(', 'secure', '$secure = True; $samesite = "Lax"'),
      bad: "resp.set_cookie('a', b, secure=False, **options)\n",
      good: "resp.set_cookie('a', b, secure=True, samesite='Lax', **options)\n",
    },
    {
      title: 'an attribute',
      place: one('ssl.create_default_context(', 'verify', '.verify_mode = @{ssl}.CERT_REQUIRED'),
      bad: 'import ssl\n\ndef f():\n    c = ssl.create_default_context()\n    c.verify_mode = ssl.CERT_NONE\n    return c\n',
      good: 'import ssl\n\ndef f():\n    c = ssl.create_default_context()\n    c.verify_mode = ssl.CERT_REQUIRED\n    return c\n',
    },
    {
      title: 'an item of a configuration',
      place: one('Flask(', 'secure', '.config["SESSION_COOKIE_SECURE"] = True'),
      bad: "app = Flask('a')\napp.run()\n",
      good: "app = Flask('a')\napp.config['SESSION_COOKIE_SECURE'] = True\napp.run()\n",
    },
    {
      title: 'a setter with an import',
      place: one('make_parser(', 'externalEntities', '.setFeature(@{xml.sax.handler#feature_external_ges}, False)'),
      bad: 'from xml.sax import make_parser\n\ndef f():\n    p = make_parser()\n    return p\n',
      good: 'from xml.sax import make_parser\nfrom xml.sax.handler import feature_external_ges\n\ndef f():\n    p = make_parser()\n    p.setFeature(feature_external_ges, False)\n    return p\n',
    },
    {
      title: 'a dictionary',
      place: one('connect(', 'verify', '$0.ssl.verify = True'),
      bad: 'connect({"host": "a", "ssl": {"ca": ca}})\n',
      good: 'connect({"host": "a", "ssl": {"ca": ca, "verify": True}})\n',
    },
    {
      title: 'the file has single quotes',
      place: one('hashlib.new(', 'algorithm', '$0 = "sha256"'),
      bad: "import hashlib\nh = hashlib.new('md5', b'')\n",
      good: "import hashlib\nh = hashlib.new('sha256', b'')\n",
    },
  ],
  java: [
    {
      title: 'a setter that is missing',
      place: one('new Cookie(', 'secure', '.setSecure(true)'),
      bad: 'class T {\n    void f() {\n        Cookie c = new Cookie("a", "b");\n        r.addCookie(c);\n    }\n}\n',
      good: 'class T {\n    void f() {\n        Cookie c = new Cookie("a", "b");\n        c.setSecure(true);\n        r.addCookie(c);\n    }\n}\n',
    },
    {
      title: 'a setter that is there',
      place: one('new Cookie(', 'secure', '.setSecure(true)'),
      bad: 'class T {\n    void f() {\n        Cookie c = new Cookie("a", "b");\n        c.setSecure(false);\n        r.addCookie(c);\n    }\n}\n',
      good: 'class T {\n    void f() {\n        Cookie c = new Cookie("a", "b");\n        c.setSecure(true);\n        r.addCookie(c);\n    }\n}\n',
    },
    {
      title: 'a thing without a name',
      place: one('new Cookie(', 'secure', '.setSecure(true)'),
      bad: 'class T {\n    void f() {\n        r.addCookie(new Cookie("a", "b"));\n    }\n}\n',
      good: 'class T {\n    void f() {\n        Cookie cookie = new Cookie("a", "b");\n        cookie.setSecure(true);\n        r.addCookie(cookie);\n    }\n}\n',
    },
    {
      title: 'a factory without a name',
      place: one('DocumentBuilderFactory.newInstance(', 'doctype', '.setFeature("http://x", true)'),
      bad: 'class T {\n    void f() {\n        parse(DocumentBuilderFactory.newInstance().newDocumentBuilder());\n    }\n}\n',
      good: 'class T {\n    void f() {\n        DocumentBuilderFactory documentBuilderFactory = DocumentBuilderFactory.newInstance();\n        documentBuilderFactory.setFeature("http://x", true);\n        parse(documentBuilderFactory.newDocumentBuilder());\n    }\n}\n',
    },
    {
      title: 'a builder',
      place: one('ResponseCookie.from(', 'secure', '.secure(true)'),
      bad: 'class T {\n    Object f() {\n        return ResponseCookie.from("a", "b").path("/").build();\n    }\n}\n',
      good: 'class T {\n    Object f() {\n        return ResponseCookie.from("a", "b").secure(true).path("/").build();\n    }\n}\n',
    },
    {
      title: 'a builder that says otherwise',
      place: one('ResponseCookie.from(', 'secure', '.secure(true)'),
      bad: 'class T {\n    Object f() {\n        return ResponseCookie.from("a", "b").secure(false).build();\n    }\n}\n',
      good: 'class T {\n    Object f() {\n        return ResponseCookie.from("a", "b").secure(true).build();\n    }\n}\n',
    },
    {
      title: 'a field has no statement after it',
      place: one('DocumentBuilderFactory.newInstance(', 'doctype', '.setFeature("http://x", true)'),
      bad: 'class T {\n    private final DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();\n}\n',
      good: undefined,
    },
    {
      title: 'an argument',
      place: one('MessageDigest.getInstance(', 'algorithm', '$0 = "SHA-256"'),
      bad: 'class T {\n    Object f() {\n        return MessageDigest.getInstance("MD5");\n    }\n}\n',
      good: 'class T {\n    Object f() {\n        return MessageDigest.getInstance("SHA-256");\n    }\n}\n',
    },
  ],
});
