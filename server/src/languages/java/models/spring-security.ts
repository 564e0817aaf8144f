import type { ConfigSpec, OptionSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import type { Control } from '../../../facts/vocabulary';
import { means } from './_words';

const ACCESS: Readonly<Record<string, Control>> = {
  permitAll: 'public',
  anonymous: 'public',
  'authenticated,fullyAuthenticated,rememberMe': 'authentication',
  'hasRole,hasAnyRole,hasAuthority,hasAnyAuthority,denyAll,hasIpAddress,access': 'authorization',
};

/** A protection by the call that it is configured by, and what that call hands to the function it is given. */
const disabled = (kind: ConfigSpec['kind'], name: string, fix: ConfigSpec['fix']): ConfigSpec[] =>
  [
    `Security.${name}().disable()`,
    `Security.${name}($0).param(0).disable()`,
    `Headers.${name}($0).param(0).disable()`,
  ].map((at) => ({ kind, at, options: { enabled: means(false) }, fix }));

/** One option of HSTS, said on what configures it. */
const hsts = (method: string, options: Readonly<Record<string, OptionSpec>>, word: ConfigSpec['fix']): ConfigSpec[] =>
  ['Security.httpStrictTransportSecurity()', 'Headers.httpStrictTransportSecurity($0).param(0)', 'Strict'].map(
    (at) => ({
      kind: 'hsts',
      at: `${at}.${method}()`,
      options,
      fix: { ...word, review: 'yes' },
    }),
  );

const HEADERS =
  '{contentSecurityPolicy,frameOptions,httpStrictTransportSecurity,contentTypeOptions,referrerPolicy,permissionsPolicy}';

/** Each call of the chain gives the chain back, or a part of it that leads back by `and()`. */
export default model({
  library: 'org.springframework.security.config.annotation.web.builders',
  aliases: ['org.springframework.security.config.web.server'],
  types: {
    Security: [
      'type org.springframework.security.config.annotation.web.builders.HttpSecurity',
      'type org.springframework.security.config.web.server.ServerHttpSecurity',
      'Security.*()',
    ],
    Headers: ['Security.headers($0).param(0)', 'Headers.*()'],
    Strict: [
      'Strict.{maxAgeInSeconds,includeSubDomains,includeSubdomains,preload,maxAge,requestMatcher}()',
      'Headers.{httpStrictTransportSecurity,hsts}($0).param(0)',
    ],
    Rules: [
      'Security.{authorizeRequests,authorizeHttpRequests,authorizeExchange}()',
      'Security.{authorizeRequests,authorizeHttpRequests,authorizeExchange}($0).param(0)',
      `Matched.{${Object.keys(ACCESS).join(',')}}()`,
      // Before version 6 the builder of one rule leads back to that of all.
      'Security.requestMatchers().antMatchers().and().authorizeRequests()',
    ],
    Matched: ['Rules.{requestMatchers,antMatchers,mvcMatchers,pathMatchers,anyRequest,anyExchange}()', 'Matched.not()'],
  },
  routing: [
    {
      at: 'Rules.{requestMatchers,antMatchers,mvcMatchers,pathMatchers}()',
      kind: 'group',
      method: ['$0'],
      path: ['$*'],
    },
    { at: 'Rules.{anyRequest,anyExchange}()', kind: 'group' },
    ...Object.entries(ACCESS).map(([calls, control]) => ({
      at: `Matched.{${calls}}()`,
      kind: 'access' as const,
      control,
    })),
  ],
  configs: [
    {
      kind: 'debug-mode',
      at: 'WebSecurity.debug()',
      options: { enabled: { from: ['$0'] } },
      fix: { enabled: '$0 = false' },
    },
    ...['Security.headers().disable()', 'Security.headers($0).param(0).disable()'].map((at) => ({
      kind: 'content-policy' as const,
      at,
      options: { enabled: { from: [], unset: false }, switch: { from: [], unset: 'headers' } },
      fix: { remove: 'headers' },
    })),
    {
      kind: 'access-default',
      at: 'Rules.{anyRequest,anyExchange}().permitAll()',
      options: { everybody: { from: [], unset: true } },
      fix: { to: 'authenticated', review: 'yes' },
    },
    { kind: 'browser-app', at: 'Security.build()', options: {} },
    { kind: 'http-app', at: 'Security.headers().disable()', options: {} },
    { kind: 'http-app', at: 'Security.headers($0).param(0).disable()', options: {} },
    { kind: 'security-headers', at: `Security.headers().${HEADERS}()`, options: {} },
    { kind: 'security-headers', at: `Security.headers($0).param(0).${HEADERS}()`, options: {} },
    ...['httpStrictTransportSecurity', 'hsts'].flatMap((name) =>
      disabled('hsts', name, { remove: name, review: 'yes' }),
    ),
    ...hsts('maxAgeInSeconds', { maxAge: { from: ['$0'] } }, { maxAge: '$0 = 31536000' }),
    ...hsts('includeSubDomains', { subDomains: { from: ['$0'] } }, { subDomains: '$0 = true' }),
    ...disabled('forgery-protection', 'csrf', { remove: 'csrf', review: 'yes' }),
    ...['Security', 'Security.csrf($0).param(0)'].map((at) => ({
      kind: 'forgery-protection' as const,
      at: `${at}.{ignoringRequestMatchers,ignoringAntMatchers}()`,
      options: { paths: { from: ['$*'] } },
    })),
    ...['Security.sessionFixation().none()', 'Security.sessionManagement($0).param(0).sessionFixation().none()'].map(
      (at) => ({
        kind: 'session-login' as const,
        at,
        options: { strategy: means('none') },
        fix: { to: 'changeSessionId' },
      }),
    ),
    {
      kind: 'session-login',
      at: 'Security.sessionManagement($0).param(0).sessionFixation($0).param(0).none()',
      options: { strategy: means('none') },
      fix: { to: 'changeSessionId' },
    },
    ...disabled('framing', 'frameOptions', { remove: 'frameOptions' }),
    ...disabled('type-sniffing', 'contentTypeOptions', { remove: 'contentTypeOptions' }),
    { kind: 'content-policy', at: 'Security.contentSecurityPolicy()', options: { policy: { from: ['$0'] } } },
    {
      kind: 'content-policy',
      at: 'Headers.contentSecurityPolicy($0).param(0).policyDirectives()',
      options: { policy: { from: ['$0'] }, reportOnly: { from: ['.reportOnly()'], means: true } },
    },
    { kind: 'content-policy', at: 'Headers.contentSecurityPolicy()', options: { policy: { from: ['$0'] } } },
  ],
});
