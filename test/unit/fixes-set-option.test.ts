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
      good: 'const a = new Agent();\na.options["verify"] = true;\nrun(a);\n',
    },
  ],
});
