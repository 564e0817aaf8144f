import { isOneOf, onlyString } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'oauth-missing-state',
  title: 'OAuth request without a state that is compared',
  cwe: [352],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V10.1.2', 'V10.2.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['oauth-request'],
  check: (facts) => {
    const state = facts.option('state');
    const constant = state.isSet ? onlyString(state) : undefined;
    if (constant !== undefined && !facts.has('kept')) {
      return {
        message: 'The state is the same for everybody, so a forged answer has the right one; make it at random.',
        option: 'state',
        variant: 'constant',
      };
    }
    if (isOneOf(state, [null, false])) {
      if (facts.has('kept')) return undefined;
      // A verifier that is kept on the server binds the answer to the session as well.
      if (facts.has('pkce') && !isOneOf(facts.option('pkce'), [null, false])) return undefined;
      return {
        message: `${facts.callee} uses no state, so an answer that an attacker began is taken for the user’s; send a random one and compare it.`,
        option: 'state',
      };
    }
    if (!isOneOf(facts.option('nonce'), [null])) return undefined;
    return {
      message: `${facts.callee} expects no nonce, so an identity that was stolen elsewhere can be handed in; send one and compare it.`,
      option: 'nonce',
      severity: 'information',
      variant: 'nonce',
    };
  },
  why: 'The answer of the other service comes through the browser, and any page can send a browser there. Without a value that only this session knows, an attacker lets the victim finish the attacker’s sign-in: the victim works in a foreign account, or the attacker’s account is linked to the victim’s.',
  fix: 'Make a random state for each request, keep it in the session, send it along, and refuse an answer with another one. Most libraries do it when told to.',
  secondLayer: 'Use PKCE too, and a nonce with OpenID Connect; let the state end after a few minutes and use it once.',
  detection:
    'Count answers without a state, or with a wrong one; a few are old tabs, many from one place are an attack.',
  tradeOffs: 'The state needs a session before the sign-in, or a cookie of its own that comes back with the answer.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/OAuth2_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
