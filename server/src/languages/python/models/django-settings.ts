import type { ConfigSpec, Literal } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means, policyDirectives } from './_words';

/** What a file of settings looks like: its name, or what every one of them has. */
const within: ConfigSpec['within'] = {
  files: ['settings*'],
  names: ['INSTALLED_APPS', 'MIDDLEWARE', 'MIDDLEWARE_CLASSES'],
};

const setting = (name: string, spec: Omit<ConfigSpec, 'at'>): ConfigSpec => ({
  ...spec,
  at: `exports.${name}`,
  within,
});

/** Whether the list of middleware has one of these. */
const middleware = (kind: ConfigSpec['kind'], ...holds: Literal[]): ConfigSpec[] =>
  ['MIDDLEWARE', 'MIDDLEWARE_CLASSES'].map((name) =>
    setting(name, { kind, options: { enabled: { from: ['$0'], holds }, inList: means(true) } }),
  );

const POLICY_MIDDLEWARE = ['csp.middleware.CSPMiddleware', 'django.middleware.csp.ContentSecurityPolicyMiddleware'];

const policySetting = (name: string, holder: string, isReport: boolean): ConfigSpec =>
  setting(name, {
    kind: 'content-policy',
    options: {
      ...policyDirectives((directive) => [`${holder}.${directive}`]),
      ...(isReport ? { reportOnly: means(true) } : {}),
    },
  });

/** Before the policy was one mapping, each directive had a setting. */
const directiveSettings = ['default-src', 'script-src', 'script-src-elem', 'object-src', 'frame-ancestors'].map(
  (name) =>
    setting(`CSP_${name.toUpperCase().replaceAll('-', '_')}`, {
      kind: 'content-policy',
      options: { [name]: { from: ['$0'] }, part: means(true) },
    }),
);

/** Names that the framework reads from a file. */
export default model({
  library: '',
  configs: [
    setting('SECURE_HSTS_SECONDS', {
      kind: 'hsts',
      options: { maxAge: { from: ['$0'] } },
      fix: { maxAge: '$0 = 31536000', review: 'yes' },
    }),
    setting('SECURE_HSTS_INCLUDE_SUBDOMAINS', {
      kind: 'hsts',
      options: { subDomains: { from: ['$0'] } },
      fix: { subDomains: '$0 = True', review: 'yes' },
    }),
    setting('X_FRAME_OPTIONS', {
      kind: 'framing',
      options: { value: { from: ['$0'] }, enabled: { from: ['$0'] } },
      fix: { value: '$0 = "DENY"', enabled: '$0 = "DENY"', review: 'yes' },
    }),
    ...middleware('forgery-protection', 'django.middleware.csrf.CsrfViewMiddleware'),
    setting('REST_FRAMEWORK', {
      kind: 'access-default',
      options: {
        everybody: {
          from: ['$0.DEFAULT_PERMISSION_CLASSES'],
          holds: ['rest_framework.permissions.AllowAny'],
        },
      },
    }),
    setting('INSTALLED_APPS', {
      kind: 'operations-endpoint',
      options: { shown: { from: ['$0'], holds: ['debug_toolbar', 'silk'] }, what: means('debugger') },
    }),
    ...middleware('framing', 'django.middleware.clickjacking.XFrameOptionsMiddleware', ...POLICY_MIDDLEWARE),
    setting('SECURE_CONTENT_TYPE_NOSNIFF', {
      kind: 'type-sniffing',
      options: { enabled: { from: ['$0'] } },
      fix: { enabled: '$0 = True' },
    }),
    ...['MIDDLEWARE', 'MIDDLEWARE_CLASSES'].flatMap((name) => [
      setting(name, { kind: 'browser-app', options: {} }),
      setting(name, { kind: 'content-policy', when: { '$0[]': POLICY_MIDDLEWARE }, options: { part: means(true) } }),
    ]),
    setting('SESSION_COOKIE_AGE', {
      kind: 'session-lifetime',
      options: { lifetime: { from: ['$0'] } },
      fix: { lifetime: '$0 = 1800', review: 'yes' },
    }),
    policySetting('SECURE_CSP', '$0', false),
    policySetting('SECURE_CSP_REPORT_ONLY', '$0', true),
    policySetting('CONTENT_SECURITY_POLICY', '$0.DIRECTIVES', false),
    policySetting('CONTENT_SECURITY_POLICY_REPORT_ONLY', '$0.DIRECTIVES', true),
    ...directiveSettings,
  ],
});
