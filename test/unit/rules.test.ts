import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CONFIGS, PLAIN_SINKS, SINKS, SOURCES } from '../../server/src/facts/vocabulary';
import { FIXES } from '../../server/src/fixes/index';
import type { SettingPart } from '../../server/src/rules/parts';
import type {
  ConfigFacts,
  ConfigProblem,
  FlowFacts,
  LiteralFacts,
  OptionValue,
  Rule,
} from '../../server/src/rules/rule';

const FOLDER = join(__dirname, '../../server/src/rules');

const files = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shapes')
  .flatMap((entry) => readdirSync(join(FOLDER, entry.name)).map((file) => join(entry.name, file)))
  .filter((file) => file.endsWith('.ts'))
  .sort();

const loaded = new Map<string, Rule & { settings?: SettingPart }>();
for (const file of files) {
  loaded.set(basename(file, '.ts'), require(join(FOLDER, file)).default);
}

function rule(id: string) {
  const found = loaded.get(id);
  assert.ok(found, id);
  return found;
}

describe('rules', () => {
  it('has one weakness a file, ids unique and equal to the file name', () => {
    assert.equal(loaded.size, files.length);
    for (const [name, rule] of loaded) assert.equal(rule.id, name);
  });

  for (const [id, rule] of loaded) {
    it(`${id} says all it has to say`, () => {
      assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.ok(rule.cwe.length > 0);
      for (const edition of ['2021', '2025'])
        assert.ok(rule.owasp.some((category) => new RegExp(`^A(?:0[1-9]|10):${edition}$`).test(category)));
      assert.ok(rule.asvs?.every((requirement) => /^V\d+(?:\.\d+){1,2}$/.test(requirement)));
      assert.ok(rule.api?.every((risk) => /^API\d+$/.test(risk)) ?? true);
      for (const field of ['title', 'why', 'fix', 'secondLayer', 'detection', 'tradeOffs'] as const) {
        assert.ok(rule[field].length >= (field === 'title' ? 10 : 60), `${id}.${field}`);
        assert.ok(
          field === 'title' ? !rule[field].endsWith('.') : rule[field].endsWith('.'),
          `${id}.${field} ends properly`,
        );
      }
      assert.ok(rule.references.length >= 2);
      for (const reference of rule.references)
        assert.match(reference, /^https:\/\/(?:cwe\.mitre\.org|owasp\.org|cheatsheetseries\.owasp\.org)\//);
      assert.ok(rule.references.includes(`https://cwe.mitre.org/data/definitions/${rule.cwe[0]}.html`));
      assert.equal(new Set(rule.references).size, rule.references.length);
      for (const fix of rule.fixes) assert.ok(FIXES.has(fix), `${id}: ${fix}`);
    });
  }

  it('names only words of the vocabulary', () => {
    for (const rule of loaded.values()) {
      if (rule.shape === 'flow') {
        for (const source of rule.from) assert.ok(SOURCES.includes(source));
        for (const sink of rule.to) assert.ok(([...SINKS, ...PLAIN_SINKS] as readonly string[]).includes(sink));
        for (const config of rule.settings?.of ?? []) assert.ok(CONFIGS.includes(config));
      } else if (rule.shape !== 'literal' && rule.shape !== 'check' && rule.shape !== 'act') {
        for (const config of rule.of) assert.ok(CONFIGS.includes(config));
      }
    }
  });

  it('leaves no sink and no configured thing without a rule', () => {
    const sinks = new Set([...loaded.values()].flatMap((rule) => (rule.shape === 'flow' ? rule.to : [])));
    // What is wrong with a parser is how it is set up, with or without a flow.
    assert.deepEqual(
      SINKS.filter((sink) => !sinks.has(sink)),
      ['xml'],
    );
    const configs = new Set(
      [...loaded.values()].flatMap((rule) =>
        rule.shape === 'flow'
          ? (rule.settings?.of ?? [])
          : rule.shape === 'literal'
            ? [...(rule.takers ?? []), ...((rule as { settings?: SettingPart }).settings?.of ?? [])]
            : rule.shape === 'duty'
              ? [...rule.of, ...(rule.given ?? []), ...rule.metBy]
              : rule.shape === 'check' || rule.shape === 'act'
                ? []
                : rule.of,
      ),
    );
    assert.deepEqual(
      CONFIGS.filter((config) => !configs.has(config)),
      [],
    );
  });

  it('keeps families as the catalogue orders them', () => {
    const families = new Map<string, [number, string][]>();
    for (const rule of loaded.values()) {
      if (rule.family)
        families.set(rule.family.name, [...(families.get(rule.family.name) ?? []), [rule.family.rank, rule.id]]);
    }
    const order = (name: string) => (families.get(name) ?? []).sort(([a], [b]) => a - b).map(([, id]) => id);
    assert.deepEqual([...families.keys()].sort(), ['hash', 'path', 'random', 'secret', 'sql', 'ssrf', 'tls', 'xss']);
    assert.deepEqual(order('xss'), [
      'xss-reflected',
      'xss-script-context',
      'xss-raw-html-api',
      'template-unescaped-output',
    ]);
    for (const [name, members] of families)
      assert.equal(new Set(members.map(([rank]) => rank)).size, members.length, name);
  });
});

describe('messages of flow rules', () => {
  const variants: Record<string, readonly string[]> = {
    'nosql-injection': ['script'],
    'command-injection': ['argument'],
    'code-injection': ['module', 'class-name', 'method', 'expression', 'jndi'],
    'template-injection': ['name', 'options', 'sandbox'],
    'ldap-injection': ['dn'],
    'header-injection': ['file-name', 'mail'],
    'xss-script-context': ['script', 'attribute', 'url', 'style'],
    'path-traversal': ['include'],
    'trust-boundary-violation': ['key'],
  };
  for (const [id, rule] of loaded) {
    if (rule.shape !== 'flow') continue;
    it(`${id} begins with the source, is one sentence, and is another one for each variant`, () => {
      const texts = [undefined, ...(variants[id] ?? [])].map((variant) => {
        const facts: FlowFacts = { source: 'req.query.id', sourceKind: rule.from[0], sink: 'use', variant };
        const text = rule.message(facts);
        assert.match(text, /^req\.query\.id [^.]*\S(?:\.[^. ]*)*\.$/);
        assert.ok(text.length < 180, text);
        return text;
      });
      if (id !== 'xss-script-context') assert.equal(new Set(texts).size, texts.length);
    });
  }

  it('ranks variants', () => {
    const severity = (id: string, facts: Partial<FlowFacts>) => {
      const found = rule(id);
      assert.ok(found.shape === 'flow');
      return (
        found.severityOf?.({ source: 'x', sourceKind: 'remote', sink: 'f', variant: undefined, ...facts }) ??
        found.severity
      );
    };
    assert.equal(severity('command-injection', {}), 'error');
    assert.equal(severity('command-injection', { variant: 'argument' }), 'warning');
    assert.equal(severity('command-injection', { sourceKind: 'library-input' }), 'warning');
    assert.equal(severity('template-injection', { variant: 'sandbox' }), 'warning');
    assert.equal(severity('trust-boundary-violation', {}), 'information');
    assert.equal(severity('trust-boundary-violation', { variant: 'key' }), 'warning');
  });
});

type Given = OptionValue['values'] | string | number | boolean | null | Partial<OptionValue>;

/** Facts with these options; a plain value is one that is set, `unset(v)` a default, `unknown(text)` not constant. */
function facts(kind: ConfigFacts['kind'], options: Readonly<Record<string, Given>>, bound = ''): ConfigFacts {
  const option = (name: string): OptionValue => {
    const absent: OptionValue = {
      values: undefined,
      elements: undefined,
      isSet: false,
      text: '',
      isFunction: false,
      tainted: false,
    };
    if (!(name in options)) return absent;
    const given = options[name];
    if (Array.isArray(given)) return { ...absent, values: given, isSet: true, text: given.join(' | ') };
    if (given !== null && typeof given === 'object') return { ...absent, ...(given as Partial<OptionValue>) };
    return { ...absent, values: [given as string], isSet: true, text: String(given) };
  };
  return {
    kind,
    callee: 'make',
    file: 'file:///app/x',
    mentions: () => false,
    option,
    has: (name) => name in options,
    offers: (name) => name in options,
    fixWords: {},
    around: { calls: [], names: [], text: '', outermost: '', lines: '' },
    boundName: bound,
    functionName: '',
    parameters: [],
  };
}
const unset = (value: string | boolean | null | undefined): Partial<OptionValue> => ({ values: [value] });
const unknown = (text: string): Partial<OptionValue> => ({ isSet: true, text });

function check(id: string, given: ConfigFacts): ConfigProblem | undefined {
  const found = rule(id);
  if (found.shape === 'setting') return found.check(given);
  assert.ok(found.shape === 'flow' && found.settings);
  return found.settings.check(given);
}

describe('cookies', () => {
  it('session cookies keep the severity of the rule, others are hints unless somebody switched the protection off', () => {
    assert.deepEqual(check('cookie-missing-httponly', facts('cookie', { name: 'sid', httpOnly: unset(false) })), {
      message: 'The cookie sid can be read by scripts; add HttpOnly.',
      option: 'httpOnly',
      severity: undefined,
    });
    assert.equal(
      check('cookie-missing-secure', facts('cookie', { name: 'theme', secure: false }))?.severity,
      undefined,
    );
    assert.equal(
      check('cookie-missing-secure', facts('cookie', { name: 'theme', secure: unset(false) }))?.severity,
      'hint',
    );
    assert.equal(
      check('cookie-missing-secure', facts('cookie', { name: unknown('n'), secure: unset(false) }))?.severity,
      'hint',
    );
    assert.equal(
      check('cookie-missing-secure', facts('cookie', { name: 'x', value: unknown('user.accessToken'), secure: false }))
        ?.severity,
      undefined,
    );
    assert.equal(
      check(
        'cookie-missing-secure',
        facts('cookie', { name: 'x', value: unknown('await createToken(user)'), secure: false }),
      )?.severity,
      undefined,
    );
    assert.equal(
      check('cookie-missing-secure', facts('session-cookie', { secure: unset(false) }))?.message,
      'The session cookie is also sent without encryption; add Secure.',
    );
  });

  it('is silent where the value is set, unknown or has no such option', () => {
    assert.equal(check('cookie-missing-secure', facts('cookie', { name: 'sid', secure: true })), undefined);
    assert.equal(
      check('cookie-missing-secure', facts('cookie', { name: 'sid', secure: unknown('isProduction') })),
      undefined,
    );
    assert.equal(check('cookie-missing-secure', facts('cookie', { name: 'sid', secure: [true, false] })), undefined);
    assert.equal(check('cookie-missing-secure', facts('session-cookie', { secure: 'auto' })), undefined);
    assert.equal(check('cookie-missing-samesite', facts('cookie', { name: 'sid' })), undefined);
    assert.equal(check('cookie-missing-samesite', facts('cookie', { name: 'sid', sameSite: 'lax' })), undefined);
    assert.equal(check('cookie-missing-samesite', facts('cookie', { name: 'sid', sameSite: unset('Lax') })), undefined);
  });

  it('is silent for anti-forgery cookies that scripts read and for removals', () => {
    assert.equal(check('cookie-missing-httponly', facts('cookie', { name: 'XSRF-TOKEN', httpOnly: false })), undefined);
    assert.ok(check('cookie-missing-secure', facts('cookie', { name: 'XSRF-TOKEN', secure: false })));
    assert.equal(
      check('cookie-missing-httponly', facts('cookie', { name: 'sid', value: '', httpOnly: unset(false) })),
      undefined,
    );
    assert.equal(
      check('cookie-missing-httponly', facts('cookie', { name: 'sid', maxAge: 0, httpOnly: unset(false) })),
      undefined,
    );
  });

  it('tells None from nothing', () => {
    assert.ok(check('cookie-missing-samesite', facts('cookie', { name: 'sid', sameSite: unset(undefined) })));
    assert.ok(check('cookie-missing-samesite', facts('cookie', { name: 'sid', sameSite: 'Unspecified' })));
    assert.equal(check('cookie-missing-samesite', facts('cookie', { name: 'sid', sameSite: 'None' })), undefined);
    assert.equal(
      check('cookie-samesite-none', facts('cookie', { name: 'sid', sameSite: 'None', secure: true }))?.severity,
      undefined,
    );
    assert.equal(
      check('cookie-samesite-none', facts('cookie', { name: 'sid', sameSite: 'none', secure: unset(false) }))?.severity,
      'error',
    );
    assert.equal(
      check('cookie-samesite-none', facts('cookie', { name: 'theme', sameSite: 'none', secure: true })),
      undefined,
    );
  });
});

describe('cross-origin settings', () => {
  const wildcard = (options: Parameters<typeof facts>[1]) => check('cors-wildcard-origin', facts('cors', options));
  const reflected = (options: Parameters<typeof facts>[1]) => check('cors-origin-reflected', facts('cors', options));

  it('wildcards, worse with credentials', () => {
    assert.equal(wildcard({ origin: unset('*') })?.severity, undefined);
    assert.equal(wildcard({ origin: '*', credentials: true })?.severity, 'error');
    assert.ok(wildcard({ origin: { isSet: true, elements: ['https://a.io', '*'] } }));
    assert.ok(wildcard({ origin: true }));
    assert.equal(wildcard({ origin: 'https://a.io' }), undefined);
    assert.equal(wildcard({ origin: unknown('process.env.ORIGIN') }), undefined);
  });

  it('one rule a place', () => {
    assert.equal(wildcard({ origin: true, credentials: true }), undefined);
    assert.ok(reflected({ origin: true, credentials: true }));
    assert.equal(reflected({ origin: true }), undefined);
    assert.equal(reflected({ origin: '*', credentials: true }), undefined);
  });

  it('reflected origins', () => {
    assert.match(
      reflected({ origin: { isSet: true, text: 'req.headers.origin', tainted: true } })!.message,
      /^req\.headers\.origin is allowed/,
    );
    assert.ok(reflected({ origin: unknown('(origin, cb) => cb(null, true)') }));
    assert.ok(reflected({ origin: unknown('function (origin, callback) { callback(null, true); }') }));
    assert.ok(reflected({ origin: unknown('origin => true') }));
    assert.equal(reflected({ origin: unknown('(origin, cb) => cb(null, allowed.has(origin))') }), undefined);
    assert.ok(reflected({ origin: 'null' }));
    assert.equal(reflected({ origin: null }), undefined);
  });

  it('loose patterns', () => {
    assert.ok(reflected({ origin: unknown('/example\\.com$/') }));
    assert.ok(reflected({ origin: unknown('/^https:\\/\\/.*example.com$/') }));
    assert.equal(reflected({ origin: unknown('/^https:\\/\\/([a-z0-9-]+\\.)?example\\.com$/') }), undefined);
    assert.ok(reflected({ originPattern: 'https://.*.example.com' }));
    assert.equal(reflected({ originPattern: 'https://[a-z]+\\.example\\.com' }), undefined);
  });
});

describe('hashes and ciphers', () => {
  const hash = (options: Parameters<typeof facts>[1], bound = '') => check('weak-hash', facts('hash', options, bound));
  for (const algorithm of [
    'md5',
    'MD5',
    'MD4',
    'sha1',
    'SHA-1',
    'SHA',
    'RSA-SHA1',
    'md5WithRSAEncryption',
    'HmacMD5',
    'SHA1withRSA',
  ]) {
    it(`${algorithm} is weak`, () => assert.ok(hash({ algorithm })));
  }
  for (const algorithm of [
    'sha256',
    'SHA-512',
    'SHA3-256',
    'HmacSHA1',
    'PBKDF2WithHmacSHA1',
    'blake2b',
    'sha512-256',
  ]) {
    it(`${algorithm} is not`, () => assert.equal(hash({ algorithm }), undefined));
  }
  it('heeds what the hash is for', () => {
    assert.equal(hash({ algorithm: 'md5', usedForSecurity: false }), undefined);
    assert.equal(hash({ algorithm: 'md5' }, 'etag')?.severity, 'hint');
    assert.equal(hash({ algorithm: unknown('name') }), undefined);
  });

  const cipher = (options: Parameters<typeof facts>[1]) => check('weak-cipher', facts('cipher', options));
  for (const algorithm of [
    'DES',
    'DES/CBC/PKCS5Padding',
    'DESede/ECB/PKCS5Padding',
    'des-ede3-cbc',
    'rc4',
    'RC2',
    'bf-cbc',
    'Blowfish',
    'PBEWithMD5AndDES',
    'ARC4',
    'TripleDES',
  ]) {
    it(`${algorithm} is weak`, () => assert.match(cipher({ algorithm })!.message, /is a weak cipher/));
  }
  it('ECB, named or by default', () => {
    for (const algorithm of ['AES', 'AES/ECB/PKCS5Padding', 'aes-128-ecb'])
      assert.equal(cipher({ algorithm })?.variant, 'ecb-mode', algorithm);
    assert.equal(cipher({ algorithm: 'AES', mode: 'ECB' })?.option, 'mode');
    assert.equal(cipher({ algorithm: 'AES', mode: 'GCM' }), undefined);
    assert.equal(cipher({ algorithm: 'AES', mode: unknown('mode') }), undefined);
    for (const algorithm of ['AES/GCM/NoPadding', 'AES/CBC/PKCS5Padding', 'aes-256-gcm', 'chacha20-poly1305'])
      assert.equal(cipher({ algorithm }), undefined, algorithm);
  });
  it('RSA padding is information', () => {
    assert.equal(cipher({ algorithm: 'RSA/ECB/PKCS1Padding' })?.severity, 'information');
    assert.equal(cipher({ algorithm: 'RSA' })?.severity, 'information');
    assert.equal(cipher({ algorithm: 'RSA/ECB/OAEPWithSHA-256AndMGF1Padding' }), undefined);
  });
  it('constant IVs and passphrases', () => {
    assert.equal(cipher({ algorithm: 'aes-256-cbc', iv: '0000000000000000' })?.variant, 'static-iv');
    assert.equal(
      cipher({ algorithm: 'aes-256-cbc', iv: { isSet: true, elements: Array(16).fill(0) } })?.variant,
      'static-iv',
    );
    assert.equal(cipher({ algorithm: 'aes-256-cbc', iv: unknown('iv') }), undefined);
    assert.equal(cipher({ algorithm: 'aes-256-cbc', mode: unset('passphrase') })?.variant, 'passphrase');
  });
  it('short keys', () => {
    const key = (options: Parameters<typeof facts>[1]) => check('weak-cipher', facts('key-generation', options));
    assert.equal(key({ algorithm: 'rsa', keySize: 1024 })?.message, 'A RSA key of 1024 bits is too short; use 3072.');
    assert.equal(key({ algorithm: 'RSA', keySize: 2048 }), undefined);
    assert.ok(key({ algorithm: 'EC', keySize: 192 }));
    assert.ok(key({ algorithm: 'ec', curve: 'secp160r1' }));
    assert.equal(key({ algorithm: 'ec', curve: 'P-256' }), undefined);
    assert.equal(key({ algorithm: 'RSA', keySize: unknown('bits') }), undefined);
    assert.equal(key({ algorithm: 'AES', keySize: 256 }), undefined);
    assert.ok(key({ algorithm: 'DES' }));
  });
});

describe('transport and parsers', () => {
  const tls = (options: Parameters<typeof facts>[1]) => check('tls-verify-disabled', facts('tls-client', options));
  it('checks switched off', () => {
    for (const value of [false, 0, '0', 'CERT_NONE', 'ssl.CERT_NONE']) assert.ok(tls({ verify: value }), String(value));
    assert.equal(tls({ hostname: false })?.variant, 'hostname');
    assert.equal(tls({ hostname: unknown('() => undefined') })?.variant, 'hostname');
    assert.equal(tls({ hostname: unknown('(host, cert) => check(host, cert)') }), undefined);
    assert.equal(tls({ verify: true, hostname: true }), undefined);
    assert.equal(tls({ verify: '/etc/ca.pem' }), undefined);
    assert.equal(tls({ verify: unset(true) }), undefined);
    assert.equal(tls({ verify: unset(null) }), undefined);
    assert.equal(tls({ verify: unknown('config.verify') }), undefined);
  });

  const xml = (options: Parameters<typeof facts>[1]) => check('xxe', facts('xml-parser', options));
  const open = { doctype: unset(true), externalEntities: unset(true), externalDtd: unset(true), secure: unset(false) };
  it('parsers that fetch', () => {
    assert.ok(xml(open));
    assert.equal(xml({ ...open, doctype: false }), undefined);
    assert.ok(xml({ ...open, externalEntities: false }));
    assert.equal(xml({ ...open, externalEntities: false, externalDtd: false }), undefined);
    assert.equal(xml({ ...open, secure: true, externalEntities: false, externalDtd: false }), undefined);
    assert.equal(xml({ ...open, doctype: unknown('allow') }), undefined);
    assert.ok(xml({ externalEntities: true }));
    assert.equal(xml({ externalEntities: unset(false) }), undefined);
    assert.ok(xml({ doctype: unset(true) }));
    assert.equal(xml({ ...open, input: '<a/>' }), undefined);
  });
  it('expansion counts for documents from outside only', () => {
    const safe = { doctype: unset(true), externalEntities: unset(false), expansion: unset(true) };
    assert.equal(xml({ ...safe, input: { isSet: true, tainted: true, text: 'body' } })?.severity, 'warning');
    assert.equal(xml({ ...safe, input: unknown('file') }), undefined);
  });

  it('readers that build any class', () => {
    assert.equal(check('insecure-deserialization', facts('deserializer', { safe: unset(false) }))?.severity, 'warning');
    assert.equal(check('insecure-deserialization', facts('deserializer', { safe: true })), undefined);
    assert.equal(
      check('insecure-deserialization', facts('deserializer', { safe: unset(false), input: { tainted: true } })),
      undefined,
    );
  });
});

describe('secrets', () => {
  const secret = (value: string, given: Partial<LiteralFacts>) => {
    const found = rule('hardcoded-secret');
    assert.ok(found.shape === 'literal');
    return found.check({ value, name: '', isCredential: false, use: 'binding', inTest: false, ...given });
  };
  const random = ['pA4qacea', '4VK9t9nG', 'v7yZtwmj'].join('');

  it('masks what it shows', () => {
    for (const value of [random, 'keyboard cat', 'Tr0ub4dor&3']) {
      const message = secret(value, { name: 'secret', isCredential: true })!.message;
      assert.ok(!message.includes(value));
      assert.ok(message.includes(`${value.slice(0, 4)}…`));
    }
    assert.ok(!secret(`amqp://app:${random}@queue/shop`, {})!.message.includes(random));
  });

  it('ranks', () => {
    assert.equal(secret(random, { name: 'apiKey' })?.severity, undefined);
    assert.equal(secret(random, { name: 'apiKey', inTest: true })?.severity, 'information');
    assert.equal(secret(random, { name: 'githubToken' })?.severity, 'warning');
    assert.equal(secret(`amqp://app:${random}@localhost/shop`, {})?.severity, 'information');
  });

  it('leaves weak defaults beside an environment read to their own rule', () => {
    assert.equal(secret('keyboard cat', { name: 'secret', isCredential: true, use: 'fallback' }), undefined);
    assert.ok(secret(random, { name: 'jwtSecret', use: 'fallback' }));
  });
});

describe('tokens', () => {
  it('algorithms', () => {
    const algorithm = (options: Parameters<typeof facts>[1]) =>
      check('jwt-algorithm-none', facts('token-check', options));
    assert.ok(algorithm({ algorithms: { isSet: true, elements: ['HS256', 'None'] } }));
    assert.equal(algorithm({ algorithms: { isSet: true, elements: ['HS256', 'RS256'] } })?.variant, 'mixed');
    assert.equal(algorithm({ algorithms: { isSet: true, elements: ['RS256', 'ES256'] } }), undefined);
    assert.equal(algorithm({ algorithms: unknown('config.algorithms'), key: unknown('key') }), undefined);
    assert.ok(algorithm({ key: '' }));
  });

  it('lives', () => {
    const life = (options: Parameters<typeof facts>[1], bound = '') =>
      check('jwt-expiration-missing', facts('token-issue', options, bound));
    assert.equal(life({ lifetime: unset(null) })?.severity, undefined);
    assert.equal(life({ lifetime: '30d' })?.severity, 'information');
    assert.equal(life({ lifetime: '30d' }, 'refreshToken'), undefined);
    for (const lifetime of ['15m', '24h', '3600', unknown('config.life'), 900])
      assert.equal(life({ lifetime }), undefined);
    assert.ok(check('jwt-expiration-missing', facts('token-check', { ignoreExpiration: true })));
    assert.equal(check('jwt-expiration-missing', facts('token-check', { checkExpiration: unset(true) })), undefined);
  });
});

describe('passwords and digests', () => {
  const digest = (text: string, algorithm = 'md5', bound = '') =>
    check('password-weak-hash', facts('password-hash', { algorithm, input: unknown(text) }, bound));

  for (const text of [
    'password',
    'user.password',
    'req.body.passwd',
    'form["password"].encode()',
    'salt + userPassword',
  ]) {
    it(`${text} is one`, () => assert.ok(digest(text)));
  }
  for (const text of ['content', 'passwordHash', 'user.passwordResetToken', '"password:" + id', 'password_changed']) {
    it(`${text} is none`, () => assert.equal(digest(text), undefined));
  }
  it('ranks by the digest and heeds what it is for', () => {
    assert.equal(digest('password', 'sha1')?.severity, undefined);
    assert.equal(digest('password', 'SHA-512')?.severity, 'warning');
    const beside = {
      ...facts('password-hash', { algorithm: 'SHA-512', input: unknown('password') }),
      mentions: () => true,
    };
    assert.equal(check('password-weak-hash', beside), undefined);
    assert.equal(digest('password', 'sha1', 'isPwned'), undefined);
  });
  it('schemes', () => {
    const scheme = (name: string) => check('password-weak-hash', facts('password-hash', { scheme: name }));
    for (const name of ['md5_crypt', 'plain', 'sha256', 'django.contrib.auth.hashers.MD5PasswordHasher'])
      assert.ok(scheme(name), name);
    for (const name of ['scrypt', 'pbkdf2:sha256:600000', 'django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher'])
      assert.equal(scheme(name), undefined, name);
  });
});

describe('settings of a deployment', () => {
  it('debug modes count where they are not for one’s own machine', () => {
    const debug = (file: string) =>
      check('debug-mode-enabled', { ...facts('debug-mode', { enabled: true }), file: `file:///${file}` });
    for (const file of ['shop/settings.py', 'shop/settings/production.py', 'developer-portal/app.py'])
      assert.ok(debug(file), file);
    for (const file of ['shop/settings/dev.py', 'shop/settings_local.py', 'config/development/app.py'])
      assert.equal(debug(file), undefined, file);
  });

  it('versions of TLS', () => {
    const version = (name: string) => check('tls-version-weak', facts('tls-protocol', { version: name }));
    for (const name of ['TLSv1', 'TLSv1.1', 'SSLv3', 'TLSv1_method', 'ssl.PROTOCOL_TLSv1_1', 'ssl.TLSVersion.TLSv1'])
      assert.ok(version(name), name);
    for (const name of ['TLS', 'SSL', 'TLSv1.2', 'TLSv1_2_method', 'ssl.PROTOCOL_TLS', 'ssl.TLSVersion.TLSv1_3'])
      assert.equal(version(name), undefined, name);
  });

  it('addresses outside of one’s own network', () => {
    const address = (text: string) => check('cleartext-transport', facts('connection', { address: text }));
    for (const text of ['http://api.rates.io/v1', 'redis://cache.rates.io:6379', 'ws://8.8.8.8/feed'])
      assert.ok(address(text), text);
    for (const text of [
      'https://api.rates.io',
      'http://localhost:3000',
      'http://rates:8080',
      'redis://10.0.0.7:6379',
      'http://rates.svc.cluster.local',
      'http://api.example.com',
      'http://www.w3.org/2000/svg',
    ])
      assert.equal(address(text), undefined, text);
  });
});
