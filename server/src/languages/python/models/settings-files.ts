import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means } from './_words';

const cookieSetting = (name: string, option: string): ConfigSpec => ({
  kind: 'session-cookie',
  at: `exports.${name}`,
  options: { [option]: { from: ['$0'] } },
});

/** Settings that frameworks read from the names of a file: Django's settings, Flask's configuration files. */
export default model({
  library: '',
  configs: [
    {
      kind: 'password-policy',
      at: 'exports.AUTH_PASSWORD_VALIDATORS',
      options: { first: { from: ['$0.0'], unset: null }, min: { from: ['$0[].OPTIONS.min_length'] } },
      fix: { min: '$0 = 12' },
    },

    {
      kind: 'database-client',
      at: 'exports.DATABASES',
      options: {
        password: { from: ['$0.default.PASSWORD'] },
        user: { from: ['$0.default.USER'] },
        host: { from: ['$0.default.HOST'] },
        ssl: { from: ['$0.default.OPTIONS.sslmode', '$0.default.OPTIONS.ssl_mode'] },
      },
      fix: { environment: 'DB_PASSWORD' },
    },
    {
      kind: 'password-hash',
      at: 'exports.PASSWORD_HASHERS',
      options: { scheme: { from: ['$0.0'] } },
    },
    ...['DATA_UPLOAD_MAX_MEMORY_SIZE', 'MAX_CONTENT_LENGTH'].map(
      (name): ConfigSpec => ({
        kind: 'body-size',
        at: `exports.${name}`,
        options: { limit: { from: ['$0'] } },
        fix: { limit: '$0 = 10 * 1024 * 1024', review: 'yes' },
      }),
    ),
    { kind: 'debug-mode', at: 'exports.DEBUG', options: { enabled: { from: ['$0'] } } },
    cookieSetting('SESSION_COOKIE_SECURE', 'secure'),
    cookieSetting('SESSION_COOKIE_HTTPONLY', 'httpOnly'),
    cookieSetting('SESSION_COOKIE_SAMESITE', 'sameSite'),
    cookieSetting('CSRF_COOKIE_SECURE', 'secure'),
    cookieSetting('CSRF_COOKIE_SAMESITE', 'sameSite'),
    ...['WTF_CSRF_ENABLED', 'JWT_COOKIE_CSRF_PROTECT'].map(
      (name): ConfigSpec => ({
        kind: 'forgery-protection',
        at: `exports.${name}`,
        within: { files: ['settings*', 'config*'], names: [] },
        options: { enabled: { from: ['$0'] } },
        fix: { enabled: '$0 = True' },
      }),
    ),
    {
      kind: 'trusted-proxies',
      at: 'exports.forwarded_allow_ips',
      within: { files: ['gunicorn*'], names: ['wsgi_app', 'worker_class'] },
      options: { proxies: { from: ['$0'] } },
    },
    {
      kind: 'session-lifetime',
      at: 'exports.PERMANENT_SESSION_LIFETIME',
      within: { files: ['settings*', 'config*'], names: [] },
      options: { lifetime: { from: ['$0'] }, longest: means(7 * 86_400) },
      fix: { lifetime: '$0 = 1800', review: 'yes' },
    },
    {
      kind: 'deserializer',
      at: 'exports.SESSION_SERIALIZER',
      when: {
        $0: [
          'django.contrib.sessions.serializers.PickleSerializer',
          'django.core.signing.PickleSerializer',
          'redis_sessions.serializers.PickleSerializer',
        ],
      },
      options: { safe: means(false) },
    },
  ],
});
