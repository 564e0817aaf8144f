import type { ConfigSpec, OptionSpec } from '../../../facts/model';
import { model } from '../../../facts/model';

/** One header among the options, under its names. `holder` is the object of options. */
const header = (at: string, holder: string, names: readonly string[], of: (name: string) => ConfigSpec): ConfigSpec[] =>
  names.map((name) => ({ ...of(`${holder}.${name}`), at, unless: { [`${holder}.${name}`]: undefined } }));

const hsts = (option: string): ConfigSpec => ({
  kind: 'hsts',
  options: {
    enabled: { from: [option] },
    maxAge: { from: [`${option}.maxAge`] },
    subDomains: { from: [`${option}.includeSubDomains`] },
  },
  fix: {
    enabled: `${option} -`,
    maxAge: `${option}.maxAge = 31536000`,
    subDomains: `${option}.includeSubDomains = true`,
    review: 'yes',
  },
});

const framing = (option: string): ConfigSpec => ({
  kind: 'framing',
  options: { enabled: { from: [option] }, value: { from: [`${option}.action`] } },
  fix: { enabled: `${option} -`, value: `${option}.action = 'sameorigin'; ${option}.domain -`, review: 'yes' },
});

const sniffing = (option: string): ConfigSpec => ({
  kind: 'type-sniffing',
  options: { enabled: { from: [option] } },
  fix: { enabled: `${option} -` },
});

/** Directives that a policy has unless they are given. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'self'",
  'frame-ancestors': "'self'",
  'form-action': "'self'",
};
const DIRECTIVES = [...Object.keys(DEFAULTS), 'script-src-elem', 'sandbox', 'report-to', 'report-uri'];

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Given in part, the policy is completed, unless that is switched off. */
const policies = (at: string, option: string): ConfigSpec[] =>
  [true, false].map((isCompleted) => ({
    kind: 'content-policy',
    at,
    [isCompleted ? 'unless' : 'when']: { [`${option}.useDefaults`]: false },
    options: {
      enabled: { from: [option], unset: true },
      reportOnly: { from: [`${option}.reportOnly`] },
      ...Object.fromEntries(
        DIRECTIVES.map((name): [string, OptionSpec] => [
          name,
          {
            from: [`${option}.directives.${camel(name)}`, `${option}.directives.${name}`],
            ...(isCompleted && name in DEFAULTS ? { unset: DEFAULTS[name] } : {}),
          },
        ]),
      ),
    },
    fix: { enabled: `${option} -`, reportOnly: `${option}.reportOnly -`, review: 'yes' },
  }));

/** The first argument where it makes a handler; the second where it is a plugin that an application is given to. */
const HOLDERS = ['$0', '$1'];

/** Its ports to other frameworks are the same; plugins are called by whoever registers them. */
export default model({
  library: 'helmet',
  aliases: ['koa-helmet', '@fastify/helmet', 'fastify-helmet', 'next-secure-headers', 'lusca', 'blankie'],
  configs: [
    { kind: 'security-headers', at: 'helmet()', options: {} },
    ...HOLDERS.flatMap((holder) => [
      ...header('helmet()', holder, ['strictTransportSecurity', 'hsts'], hsts),
      ...header('helmet()', holder, ['xFrameOptions', 'frameguard', 'xframe'], framing),
      ...header('helmet()', holder, ['xContentTypeOptions', 'noSniff', 'nosniff'], sniffing),
      ...policies('helmet()', `${holder}.contentSecurityPolicy`),
    ]),
    {
      kind: 'security-headers',
      at: 'helmet.{contentSecurityPolicy,hsts,frameguard,noSniff,xssFilter,csp,xframe,nosniff,crossOriginOpenerPolicy,strictTransportSecurity,xContentTypeOptions,xFrameOptions}()',
      options: {},
    },
    { ...hsts('$0'), at: 'helmet.{hsts,strictTransportSecurity}()' },
    { ...framing('$0'), at: 'helmet.{frameguard,xFrameOptions}()' },
    ...policies('helmet.contentSecurityPolicy()', '$0'),
    { kind: 'security-headers', at: 'createSecureHeaders()', options: {} },
  ],
});
