import { isOneOf } from '../options';
import { type ConfigFacts, type ConfigProblem, setting } from '../rule';

/** What gives a session another name, or makes a new one. */
const RENEWS =
  /regenerate|renew|rotate|change_?session_?id|cycle_?key|flush|invalidate|migrate|reset_?session|new_?session|create_?session|destroy|session_?fixation|recreate|(?:^|^auth\.|^auth_|^django_|^re?q(?:uest)?\.)log_?in$/i;

/** What says that somebody logs in here: a password is looked at, or the code is called so. */
const LOGS_IN = /log_?in|sign_?in|authenticate$|check_?user|validate_?user|passw|bcrypt|argon|pbkdf|scrypt/i;

function check(facts: ConfigFacts): ConfigProblem | undefined {
  if (facts.offers('strategy')) {
    if (!isOneOf(facts.option('strategy'), ['none'])) return undefined;
    return {
      message: 'A session keeps its id when somebody logs in; let the framework change it.',
      variant: 'strategy',
    };
  }
  // Who logs out, or is remembered as nobody.
  if (isOneOf(facts.option('user'), [null, undefined, false, '', 0, 'false'])) return undefined;
  const { calls, names } = facts.around;
  if (calls.some((call) => RENEWS.test(call))) return undefined;
  if (![...calls, ...names].some((name) => LOGS_IN.test(name))) return undefined;
  return {
    message: `${facts.callee} makes a session that was there before the log-in one of a user; give it a new id first.`,
  };
}

export default setting({
  id: 'session-fixation',
  title: 'Session id kept across the log-in',
  cwe: [384],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V7.2.4'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authentication',
  perFunction: true,
  of: ['session-login'],
  check,
  why: 'Whoever can plant a session id in a browser, by a link, by a cookie of a neighbouring host or at a shared computer, waits until its user logs in. The id is then that of a logged-in session, and the attacker knows it.',
  fix: 'Give the session a new id right after the password was found right and before the user is put into it. Most frameworks have one call for it, and their own log-in does it by itself.',
  secondLayer:
    'Take session ids from cookies with the prefix __Host- only, and forget sessions that nobody logged in to soon.',
  detection:
    'Log the digest of the session id at log-in; an id that was seen from another address before is an attempt.',
  tradeOffs:
    'What was kept for the anonymous visitor, such as a basket, has to be carried over by hand where the session is made anew.',
  references: [
    'https://cwe.mitre.org/data/definitions/384.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['insert-before', 'replace-call'],
});
