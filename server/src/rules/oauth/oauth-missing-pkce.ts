import { acceptsEverything, isOneOf, onlyString } from '../options';
import { setting } from '../rule';

/** A function that says no whatever it is asked. */
function refusesEverything(text: string): boolean {
  return /\b[fF]alse\b|!1\b/.test(text) && acceptsEverything(text.replace(/\b[fF]alse\b|!1\b/g, 'true'));
}

export default setting({
  id: 'oauth-missing-pkce',
  title: 'Authorization code without PKCE',
  cwe: [287, 345],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V10.2.1', 'V10.4.6'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['oauth-request'],
  check: (facts) => {
    const required = facts.option('required');
    if (isOneOf(required, [false]) || (required.isFunction && refusesEverything(required.text))) {
      return {
        message: 'Clients may ask for codes without PKCE, so a stolen code can be redeemed by others; require it.',
        option: 'required',
        variant: 'server',
      };
    }
    const pkce = facts.option('pkce');
    const method = onlyString(facts.option('method')) ?? onlyString(pkce);
    if (method !== undefined && /(?:^|\.)plain$/i.test(method)) {
      return {
        message: 'With the method plain, whoever sees the request has the verifier too; use S256.',
        option: facts.has('method') ? 'method' : 'pkce',
        variant: 'plain',
      };
    }
    if (!isOneOf(pkce, [null, false])) return undefined;
    return {
      message: `${facts.callee} asks for a code without PKCE, so whoever gets hold of the code can redeem it; send a challenge (S256).`,
      option: 'pkce',
    };
  },
  why: 'The code travels through the browser, its history, logs and other apps on a phone. Without PKCE whoever reads it first redeems it, or smuggles it into the session of somebody else. With PKCE only the one that began the request knows the verifier that goes with it.',
  fix: 'Make a random verifier for each request, keep it in the session, send its SHA-256 as challenge and the verifier with the code. Libraries do all of it when told to.',
  secondLayer:
    'Keep the state as well, let codes end within a minute and be good once, and register exact redirect addresses.',
  detection: 'Log refused codes by reason: a wrong verifier is a stolen code.',
  tradeOffs: 'Nearly every provider knows PKCE by now; one that does not ignores the challenge.',
  references: [
    'https://cwe.mitre.org/data/definitions/287.html',
    'https://cwe.mitre.org/data/definitions/345.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/OAuth2_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
