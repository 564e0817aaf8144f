import assert from 'node:assert/strict';
import {
  classifySecret,
  connectionPassword,
  entropy,
  isContentHashName,
  isCsrfCookieName,
  isKnownDefault,
  isLoopback,
  isPlaceholder,
  isSessionCookieName,
  looksRandom,
  mask,
  mustBeUnguessable,
  secretNameStrength,
  wordsOf,
} from '../../server/src/rules/lexicon';

// Put together at run time, so that no scanner takes these for real ones.
const random = ['pA4qacea', '4VK9t9nG', 'v7yZtwmj'].join('');
const hexadecimal = ['9f86d081', '884c7d65', '9a2feaa0', 'c55ad015'].join('');

describe('names of secrets', () => {
  it('splits names into words', () => {
    assert.deepEqual(wordsOf('DB_PASSWORD'), ['db', 'password']);
    assert.deepEqual(wordsOf('myAPIKey'), ['my', 'api', 'key']);
    assert.deepEqual(wordsOf('connect.sid'), ['connect', 'sid']);
  });

  for (const name of [
    'password',
    'DB_PASSWORD',
    'clientSecret',
    'apiKey',
    'API_KEY',
    'secretOrKey',
    'jwtSecret',
    'SECRET_KEY_BASE',
    'accessToken',
    'privateKey',
    'smtp_pass',
  ]) {
    it(`${name} is surely one`, () => assert.equal(secretNameStrength(name), 2));
  }
  for (const name of ['token', 'githubToken', 'mapsKey', 'salt', 'auth']) {
    it(`${name} perhaps is`, () => assert.equal(secretNameStrength(name), 1));
  }
  for (const name of [
    'passwordField',
    'tokenType',
    'PASSWORD_HASH',
    'apiKeyHeader',
    'secretName',
    'forgotPassword',
    'publicKey',
    'primaryKey',
    'csrfToken',
    'key',
    'hasPassword',
    'passwordResetUrl',
    'user',
    'monkey',
    'passenger',
    'cacheKey',
    'showPassword',
    '',
  ]) {
    it(`${name || 'no name'} is none`, () => assert.equal(secretNameStrength(name), 0));
  }
});

describe('values that must not be guessable', () => {
  for (const name of [
    'token',
    'resetToken',
    'sessionId',
    'otp',
    'verificationCode',
    'api_key',
    'newPassword',
    'rememberMeKey',
    'salt',
    'invite_code',
  ]) {
    it(`${name} must not be`, () => assert.ok(mustBeUnguessable(name)));
  }
  for (const name of [
    'delay',
    'index',
    'color',
    'statusCode',
    'tokenCount',
    'sessionTimeout',
    'passwordLength',
    'key',
    'zipCode',
    'i',
    '',
  ]) {
    it(`${name || 'no name'} may be`, () => assert.ok(!mustBeUnguessable(name)));
  }
});

describe('names of cookies', () => {
  for (const name of [
    'sid',
    'connect.sid',
    'JSESSIONID',
    'PHPSESSID',
    'session',
    'sessionid',
    'auth_token',
    'jwt',
    'remember_me',
    'rememberMe',
    'accessToken',
    '__Host-session',
  ]) {
    it(`${name} carries an identity`, () => assert.ok(isSessionCookieName(name)));
  }
  for (const name of ['theme', 'lang', 'SomeCookie', 'cart', 'XSRF-TOKEN', 'csrf_token', 'inside', 'visited']) {
    it(`${name} does not`, () => assert.ok(!isSessionCookieName(name)));
  }
  it('knows the cookies that scripts read by design', () => {
    assert.ok(isCsrfCookieName('XSRF-TOKEN'));
    assert.ok(isCsrfCookieName('csrftoken'));
    assert.ok(!isCsrfCookieName('session'));
  });
});

describe('names of content hashes', () => {
  for (const name of ['etag', 'ETag', 'fileChecksum', 'cacheKey', 'cache_key', 'fingerprint', 'gravatarHash']) {
    it(`${name} tells contents apart`, () => assert.ok(isContentHashName(name)));
  }
  for (const name of ['hash', 'passwordHash', 'signature', 'vintage', '']) {
    it(`${name || 'no name'} may do more`, () => assert.ok(!isContentHashName(name)));
  }
});

describe('texts of secrets', () => {
  it('measures entropy in bits per character', () => {
    assert.equal(entropy(''), 0);
    assert.equal(entropy('aaaa'), 0);
    assert.equal(entropy('abcd'), 2);
    assert.ok(entropy(random) > 3.5);
  });

  it('tells generated text from words', () => {
    assert.ok(looksRandom(random));
    assert.ok(looksRandom(hexadecimal));
    assert.ok(!looksRandom('application/json'));
    assert.ok(!looksRandom('aaaaaaaa11111111'));
    assert.ok(!looksRandom('a1'));
  });

  for (const text of [
    '<token>',
    '${TOKEN}',
    '$TOKEN',
    '{{ token }}',
    'xxxxxxxx',
    '********',
    'your-api-key',
    'YOUR_SECRET_HERE',
    'example',
    'insert key',
    'AKIAIOSFODNN7EXAMPLE',
    '%s',
    '',
    'todo',
    '0123456789',
    'test',
    '%(password)s',
  ]) {
    it(`${text || 'the empty text'} is a placeholder`, () => assert.ok(isPlaceholder(text)));
  }
  for (const text of ['keyboard cat', 'hunter2', random, 'S3cr3t!pass']) {
    it(`${mask(text)} is none`, () => assert.ok(!isPlaceholder(text)));
  }

  for (const text of [
    'keyboard cat',
    'changeme',
    'secret',
    'shhhhh',
    'shhhhhhhhh',
    'supersecret',
    'my-secret-key',
    'SuperSecret',
    'Password123',
    'topsecret1',
  ]) {
    it(`${text} is a known default`, () => assert.ok(isKnownDefault(text)));
  }
  it('random text is no known default', () => assert.ok(!isKnownDefault(random)));

  it('never shows more than half, nor more than four characters', () => {
    assert.equal(mask('keyboard cat'), 'keyb…');
    assert.equal(mask('secret'), 'sec…');
    assert.equal(mask('a'), '…');
    assert.equal(mask('ab'), 'a…');
    assert.equal(mask('😀😀😀😀'), '😀😀…');
  });

  it('finds the password of a connection string', () => {
    assert.deepEqual(connectionPassword('postgres://app:hunter2@db.internal:5432/shop'), {
      password: 'hunter2',
      host: 'db.internal',
    });
    assert.deepEqual(connectionPassword('Server=db;Database=shop;User Id=app;Password=hunter2;'), {
      password: 'hunter2',
      host: 'db',
    });
    assert.deepEqual(connectionPassword('jdbc:mysql://localhost/x?user=app&password=hunter2'), {
      password: 'hunter2',
      host: 'localhost',
    });
    assert.equal(connectionPassword('postgres://db.internal/shop'), undefined);
    assert.equal(connectionPassword('https://example.com/a:b'), undefined);
  });

  it('knows the machine itself', () => {
    for (const host of ['localhost', '127.0.0.1', 'localhost:5432', '::1']) assert.ok(isLoopback(host), host);
    for (const host of ['db', 'db.internal', '10.0.0.1', 'localhost.example.com']) assert.ok(!isLoopback(host), host);
  });
});

describe('ranking of secrets', () => {
  const kind = (value: string, name: string, isCredential = false) => classifySecret(value, name, isCredential)?.kind;

  it('takes what is given as a credential', () => {
    assert.equal(kind('keyboard cat', 'secret', true), 'default');
    assert.equal(kind('kekse', '', true), 'literal');
    assert.equal(kind('${SECRET}', 'secret', true), undefined);
    assert.equal(kind('', 'secret', true), undefined);
  });

  it('takes defaults and mixed texts under a sure name', () => {
    assert.equal(kind('changeme', 'DB_PASSWORD'), 'default');
    assert.equal(kind('hunter2', 'password'), 'default');
    assert.equal(kind('Tr0ub4dor&3', 'password'), 'literal');
    assert.equal(kind(random, 'apiKey'), 'literal');
    assert.equal(kind(hexadecimal, 'SECRET_KEY'), 'literal');
  });

  it('takes only random texts under an unsure name, with less confidence', () => {
    assert.equal(kind(random, 'githubToken'), 'literal');
    assert.ok(classifySecret(random, 'githubToken', false)!.confidence < 0.8);
    assert.equal(kind('abc-123', 'githubToken'), undefined);
  });

  it('leaves labels, names and paths alone', () => {
    for (const [value, name] of [
      ['password', 'password'],
      ['secret_key', 'SECRET_KEY'],
      ['Enter your password', 'password'],
      ['Passwort vergessen', 'passwordTitle'],
      ['/reset-password', 'password'],
      ['text/plain', 'secret'],
      ['passwordInput', 'password'],
      ['app.jwt.secret', 'jwtSecret'],
      ['setting.storage.s3-note-scale', 'noteKeys'],
      ['X-Api-Key', 'apiKey'],
      ['required', 'password'],
      ['https://auth.shop.io/token', 'accessToken'],
      [random, 'commit'],
      [random, ''],
      ['Bearer', 'token'],
    ]) {
      assert.equal(kind(value, name), undefined, `${name} = ${value}`);
    }
  });

  it('takes private keys and connection strings under any name', () => {
    const key = `-----BEGIN ${'RSA'} PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEAx'.repeat(5)}\n-----END RSA PRIVATE KEY-----`;
    assert.equal(kind(key, 'pem'), 'private-key');
    assert.equal(kind('-----BEGIN RSA PRIVATE KEY-----', 'marker'), undefined);
    assert.equal(kind('mongodb://app:hunter2@db/shop', 'url'), 'connection-string');
    assert.equal(kind('mongodb://user:<password>@db/shop', 'url'), undefined);
    assert.equal(kind('mongodb://${user}:${password}@db/shop', 'url'), undefined);
  });
});
