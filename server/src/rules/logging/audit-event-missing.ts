import { type ActFacts, type ActProblem, act } from '../rule';

/** Operations that somebody will ask about later, by what they are called. */
const SENSITIVE =
  /^(?:delete|remove|destroy|disable|deactivate|ban|suspend|unlock)_?(?:user|account|member)s?(?:By_?Id)?$|^(?:set|change|update|assign|grant|revoke|add|remove)_?(?:user_?)?(?:roles?|permissions?|privileges?)$|^(?:create|generate|revoke|rotate|delete)_?(?:api_?key|access_?token)s?$|^(?:refund|create_?refund|transfer_?(?:funds|money))$|^impersonate(?:_?user)?$|^(?:enable|disable|reset)_?(?:mfa|2fa|two_?factor|totp)$|^export_?(?:all_?)?(?:users|accounts|customers)$/i;
const STORE =
  /\b(?:User|Account|Member|Role|Permission|ApiKey)s?(?:Repository|Model)?\.(?:destroy|deleteOne|deleteById|findByIdAndDelete|findByIdAndRemove|findOneAndDelete|remove)$/;
const AUDITS = /audit|activity|history|log_?event|record_?event|security_?(?:log|event)|trail/i;
/** Parameters of functions that answer requests. */
const REQUEST = /\((?:async )?[^)]*\b(?:req|request|ctx|context|_req)\b|@\w*(?:Mapping|Path|route|app\.|router\.|bp\.)/;

function check({ operator, callee, name, around }: ActFacts): ActProblem | undefined {
  if (operator !== '' || !(SENSITIVE.test(name) || STORE.test(callee)) || around.names.length === 0) return undefined;
  if ([...around.calls, ...around.names].some((one) => AUDITS.test(one))) return undefined;
  const head = around.text.slice(0, 300);
  if (!REQUEST.test(head) && !around.calls.some((call) => call.startsWith('@') && REQUEST.test(call))) return undefined;
  return {
    message: `${name} leaves nothing in the audit trail; record who did it to whom, when, from where, and how it ended.`,
    onlyStrict: true,
  };
}

export default act({
  id: 'audit-event-missing',
  title: 'Sensitive operation without an audit record',
  cwe: [778, 223],
  owasp: ['A09:2021', 'A09:2025'],
  asvs: ['V16.3.3', 'V16.2.1'],
  severity: 'information',
  precision: 'medium',
  profile: 'recommended',
  layer: 'logging',
  perFunction: true,
  evidence: /\baudit/i,
  check,
  why: 'Roles that were given, accounts that were removed and keys that were made are what is asked about first after an incident. Without a record nobody can tell what was a mistake, what was an attack, and what has to be undone.',
  fix: 'Record each such operation where it is done, in the same transaction where that is possible: who, what, on which object, when, from where, with which outcome.',
  secondLayer:
    'Keep the trail where the application can only add to it, and track changes of the tables that matter in the database as well.',
  detection:
    'Compare the number of records with that of changed rows; call each operation in a test and look for its record.',
  tradeOffs: 'Records hold personal data and need a time after which they go.',
  references: [
    'https://cwe.mitre.org/data/definitions/778.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html',
  ],
  fixes: [],
});
