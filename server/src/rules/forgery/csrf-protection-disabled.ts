import { isForDevelopment, isOneOf, stringsWithin } from '../options';
import { type ConfigFacts, type ConfigProblem, setting } from '../rule';

/** Requests that carry what no foreign page can send: tokens in headers, signatures of their sender. */
const NEEDS_NO_TOKEN =
  /\bSTATELESS\b|NoOpServerSecurityContextRepository|oauth2ResourceServer|bearer|jwt|signature|hmac|webhook|verify_?sig|api_?key|token_?auth|httpBasic/i;

/** A view that asks who is logged in rests on the cookie that a foreign page sends along. */
const RESTS_ON_SESSION =
  /\b(?:request|req|self\.request)\.(?:user|session)\b|login_?required|current_?user|permission_?required|\bsession\[/i;

function check(facts: ConfigFacts): ConfigProblem | undefined {
  if (isForDevelopment(facts.file)) return undefined;
  const { around } = facts;
  // A function that configures or answers says it all; of a file's own settings each stands for itself.
  const text = around.names.length > 0 || facts.offers('inList') ? around.outermost : '';
  if (NEEDS_NO_TOKEN.test(text) || around.names.some((name) => /webhook|callback/i.test(name))) return undefined;
  const paths = stringsWithin(facts.option('paths'));
  if (facts.offers('paths')) {
    const all = paths.find((path) => path === '*' || /^\/?\*\*$/.test(path));
    return all === undefined
      ? undefined
      : {
          message: `${all} takes every path out of the protection against forged requests; name the paths that need none.`,
          option: 'paths',
          variant: 'everywhere',
        };
  }
  if (!isOneOf(facts.option('enabled'), [false, null])) return undefined;
  const isOne = isOneOf(facts.option('only'), ['this']);
  // What is handed over as a value may be a group of log-ins of others; what is annotated is this one.
  if (isOne && !/^\s*@/.test(around.lines.split('\n').pop() ?? '')) return undefined;
  if (isOneOf(facts.option('inList'), [true])) {
    return {
      message: 'The middleware that checks tokens against forged requests is not in this list; add it.',
      variant: 'off',
    };
  }
  return {
    message: isOne
      ? 'Any site can have a logged-in browser send this request; let the token be checked, or ask for one that is no cookie.'
      : 'The protection against forged requests is switched off; leave it on where browsers log in with cookies.',
    option: facts.has('enabled') ? 'enabled' : undefined,
    severity:
      isOne && !RESTS_ON_SESSION.test(`${around.outermost}\n${around.calls.join('\n')}`) ? 'information' : undefined,
    variant: isOne ? 'one' : 'off',
  };
}

export default setting({
  id: 'csrf-protection-disabled',
  title: 'Protection against forged requests switched off',
  cwe: [352],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V3.5.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['forgery-protection'],
  check,
  why: 'Browsers send cookies with every request to a site, whichever page has it sent. Without a token that only the own pages know, a foreign page can change a password, send money or delete things in the name of whoever visits it.',
  fix: 'Leave the protection of the framework on and give its token to forms and scripts. Where an interface is for programs, let it take tokens from the Authorization header only, keep no session, and say so in the configuration.',
  secondLayer: 'Set SameSite on session cookies, and check Origin or Sec-Fetch-Site on requests that change something.',
  detection: 'Count requests that are refused for a missing token, and log where they come from.',
  tradeOffs: 'Clients have to fetch and send a token; pages that were open for long need a new one.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'remove-call'],
});
