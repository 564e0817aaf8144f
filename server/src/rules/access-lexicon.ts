import type { Control } from '../facts/vocabulary';
import { wordsOf } from './lexicon';

/**
 * What names tell about guards: whether a function, decorator or middleware refuses requests, and for what. Pure word
 * lists, shared by the route inventory and the rules over it.
 */

/** Attaches what it finds and lets everybody through, or is no guard but something around one. */
const LETS_THROUGH =
  /\b(?:optional|optionally|maybe|skip|attach|append|populate|load|set|add|inject|update|log|logger|logging|routes?|router|controllers?|strategy|config|options|service|callback|redirect|init|initiali[sz]e|view|page|error|cors)\b/;

const OPEN_ON_PURPOSE =
  /\b(?:public|anonymous|allow any|allow anonymous|permit all|allow all|no auth|skip auth|without auth|auth(?:entication)? not required|not required|unprotected|unauthenticated|guest|login not required)\b/;

const CSRF =
  /\b[cx]srf|\bcross ?site request|\banti ?forgery\b|\b(?:same|check|verify|validate) origin\b|\bdouble submit\b|\bcross origin protection\b/;

const RATE_LIMIT =
  /\b(?:rate ?limit(?:er|ers|ing|s|ed)?|limiter|throttle[ds]?|throttling|throttler|throttling guard|slow ?down|brute|brute ?force|lockout|cooldown)\b|^limits?$/;

const BODY_LIMIT =
  /\b(?:body ?limit|limit (?:body|size|request|upload)|max (?:body|size|bytes|content)|size ?limit|content length limit)\b/;

const SUBJECT =
  '(?:user|session|token|tokens|jwt|login|logged|signin|sign in|account|api ?key|access token|credentials|identity|bearer)';
const AUTHENTICATION = new RegExp(
  [
    '\\b(?:auth|authn|authenticate[ds]?|authenticated|authentication|authenticator|authed|protect|protected)\\b',
    '\\b(?:logged|signed) ?in\\b',
    `\\b(?:require[ds]?|ensure|check|verify|validate|assert|need|needs|must|is|has|with|only) (?:\\w+ )?${SUBJECT}\\b`,
    `\\b${SUBJECT} (?:required|require|guard|check|auth|only)\\b`,
    '\\b(?:current|active|authorized|verified) (?:active )?(?:user|account|principal|member|superuser)\\b',
    '\\blogin required\\b',
  ].join('|'),
);

/** Names a means of telling who is asking: enough where nothing else is known of the function. */
const NAMES_MEANS = /\b(?:jwt|bearer|passport|oauth2?|oidc|saml|sso|secured?|session)\b/;

/** Policies that are no rules of access. */
const OTHER_POLICY =
  /\b(?:feature|permissions|referrer|content security|security|cross origin|cors|cache|retention|privacy|embedder|resource|opener|password|origin|cookie) polic(?:y|ies)\b/;

const AUTHORIZATION =
  /\b(?:authz|authori[sz]e[ds]?|authori[sz]er|authori[sz]ation|admin|admins|administrator|roles?|permissions?|perms?|privileges?|scopes?|acl|rbac|abac|policy|policies|superuser|staff|owner|owns|ownership|entitle(?:d|ment)|abilit(?:y|ies)|capabilit(?:y|ies)|restrict(?:ed)?|forbid|access control|access level|(?:check|has|have|require|verify|ensure|can|grant|deny|control) access|is allowed|allowed (?:to|for)|group required|accounting)\b|^can\b/;

const VALIDATION =
  /\b(?:validat(?:e|es|ed|or|ors|ion|ing)|schemas?|celebrate|joi|zod|yup|ajv|valibot|dto|check schema|expect body|parse body with)\b/;

/**
 * What the name of a function, decorator or class says that it guards against. `isAll`: the name is all that is known.
 */
export function controlsOfName(name: string, isAll = false): readonly Control[] {
  const words = wordsOf(name.replace(/[23]fa/gi, 'mfa'))
    .join(' ')
    .replace(OTHER_POLICY, '');
  if (words === '') return [];
  if (CSRF.test(words)) return /\b(?:exempt|disable[ds]?|skip|ignore|token only|error)\b/.test(words) ? [] : ['csrf'];
  if (RATE_LIMIT.test(words)) return /\bexempt\b/.test(words) ? [] : ['rate-limit'];
  if (OPEN_ON_PURPOSE.test(words)) return ['public'];
  if (BODY_LIMIT.test(words)) return ['body-limit'];
  const found: Control[] = [];
  if (AUTHORIZATION.test(words)) found.push('authorization');
  if (AUTHENTICATION.test(words) || (isAll && NAMES_MEANS.test(words))) found.push('authentication');
  if (found.length === 0 && VALIDATION.test(words)) found.push('validation');
  return LETS_THROUGH.test(words) ? found.filter((kind) => kind === 'validation') : found;
}

/** Whether a guard's name says that it lets everybody through. */
export function isOptional(name: string): boolean {
  return /\b(?:optional|optionally|maybe|soft|lenient|try)\b/.test(wordsOf(name).join(' '));
}

/** Whether a function's name says that it refuses, whatever it is that it asks for. */
export function saysThatItRefuses(name: string): boolean {
  return /^(?:requires?|required|ensure|check|verify|validate|must|only|needs?|assert|is|has|authenticate|authori[sz]e|protect|guard|restrict|allow|deny|reject|enforce|with auth)\b/.test(
    wordsOf(name).join(' '),
  );
}

/** Names that answer a request with "who are you": 401, `Unauthorized`, `HTTP_401_UNAUTHORIZED`. */
export function saysUnauthenticated(text: string): boolean {
  return /^(?:.*_)?401(?:_.*)?$|unauthori[sz]ed|unauthenticated|not_?authenticated|not_?logged_?in|authenticationfailed|authentication(?:exception|error|required)|invalid_?token|login_?required/i.test(
    text,
  );
}

/** Names that answer with "you may not": 403, `Forbidden`, `PermissionDenied`. */
export function saysForbidden(text: string): boolean {
  return /^(?:.*_)?403(?:_.*)?$|forbidden|permission_?denied|access_?denied|not_?authori[sz]ed|authori[sz]ation(?:exception|error)|insufficient/i.test(
    text,
  );
}

/** Names of what tells who is asking. */
export function readsIdentity(name: string): boolean {
  return /^(?:req(?:uest)?\.)?(?:session|sessions|user|userid|user_id|current_?user|principal|token|access_?token|jwt|claims|authorization|cookies?|bearer|api_?key|x-api-key|x-access-token|auth|is_?authenticated|is_?logged_?in|is_?admin|role|roles|identity|account|login|subject)$|(?:^|_|get|current|find|load|decode|parse|verify|validate|check|require)_?(?:user|session|token|jwt|claims|principal|auth)(?![a-z]*(?:or|s)$)/i.test(
    name,
  );
}

/** Where people are sent who have not said who they are. */
export function isLoginAddress(text: string): boolean {
  return /(?:^|\/|\b)(?:log-?in|sign-?in|auth(?:enticate)?)(?:$|[/?.#])/i.test(text) && text.length < 80;
}

/** What people must reach before they can say who they are, and what is meant for everybody. */
const OPEN_BY_NATURE =
  /\b(?:log ?in|log ?on|log ?out|log ?off|sign ?in|sign ?up|sign ?out|sign ?on|register|registration|authenticate|authorize|auth|oauth2?|oidc|sso|saml|ldap|acs|token|tokens|refresh|otp|totp|mfa|2fa|forgot|forgotten|reset|recover|recovery|password|verify|verification|confirm|confirmation|activate|activation|invite|invitation|invitations|unsubscribe|subscribe|newsletter|contact|captcha|csrf|xsrf|health|healthz|healthcheck|heartbeat|live|liveness|livez|ready|readiness|readyz|status|ping|version|info|docs|doc|swagger|openapi|redoc|graphiql|playground|webhook|webhooks|hook|hooks|callback|notify|ipn|static|assets|public|media|favicon|robots|sitemap|manifest|well known|jwks|metrics|setup|install|onboarding|bootstrap|i18n|locale|locales|languages?|error|errors|csp|report|not found|404|home|index|landing|about|terms|privacy|help|search|test|tests|debug|echo|demo|example)\b/;

/** Whether a path or a handler's name says that nobody need have said who they are. */
export function isOpenByNature(path: string, handler: string): boolean {
  const words = wordsOf(path.replace(/[:<{[][^/]*/g, ' ')).join(' ');
  if (OPEN_BY_NATURE.test(words)) return true;
  // The front page, and whatever answers for all that nothing else does.
  if (/^\/?(?:[*(…].*)?$/.test(path)) return true;
  return /\b(?:log ?in|log ?out|sign ?in|sign ?up|sign ?out|register|registration|webhook|callback|health|ping|forgot|reset|confirm|verify|activate)\b/.test(
    wordsOf(handler).join(' '),
  );
}

const TAKES_CREDENTIALS =
  /\b(?:log ?in|log ?on|sign ?in|authenticate|otp|totp|mfa|2fa|forgot|forgotten|reset password|password reset|reset|recover|recovery|verify (?:code|email|phone|otp|token)|magic link|register|sign ?up)\b/;

/** Whether a route takes a password or a code that somebody may try out one after the other. */
export function takesCredentials(path: string, handler: string): boolean {
  const words = (text: string): string => wordsOf(text.replace(/[23]fa/gi, 'mfa')).join(' ');
  const parts = path.split('/').filter((part) => part !== '');
  // What is reset by its number is no password; what is reset by a long token cannot be guessed.
  if (parts.slice(1).some((part) => /^[:<{[]/.test(part))) return false;
  const last = parts.slice(-2).join('/');
  if (
    /\b(?:log ?out|sign ?out|callback|status|page|form|config|settings?|history|attempts|setup|disable|enable|methods?|providers?)\b/.test(
      `${words(last)} ${words(handler)}`,
    )
  )
    return false;
  return TAKES_CREDENTIALS.test(words(last));
}

const LIMITERS =
  /rate-?_?limit|limiter|throttl|slow-?down|slowapi|brute|axes|bucket4j|resilience4j|tollbooth|httprate|x\/time\/rate|ulule\/limiter|arcjet|ratelimit|guava.*RateLimiter/i;

/** Whether a library's name says that it limits how often something is done. */
export function namesLimiter(specifier: string): boolean {
  return LIMITERS.test(specifier);
}

const CSRF_LIBRARIES =
  /[cx]srf|surf\b|crumb|lusca|nosurf|anti-?forgery|flask_wtf|CrossOrigin|seasurf|(?:^|\.)security\.(?:config|web)/i;

/** Whether a library's name says that it defends against forged requests. */
export function namesCsrfDefence(specifier: string): boolean {
  return CSRF_LIBRARIES.test(specifier);
}
