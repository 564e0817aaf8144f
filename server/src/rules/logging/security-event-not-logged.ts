import { type ActFacts, type ActProblem, act } from '../rule';

/** What answers that somebody may not, or is not who they say. */
const ANSWERS =
  /^(?:status|sendStatus|code|writeHead|send_error|sendError|abort|HTTPException|HttpResponse|Response|JsonResponse|make_response|ResponseEntity|setStatus|throw)$/;
const REFUSED =
  /^(?:401|403)$|\b(?:UNAUTHORIZED|FORBIDDEN|SC_UNAUTHORIZED|SC_FORBIDDEN|HTTP_401_UNAUTHORIZED|HTTP_403_FORBIDDEN)\b/;
const NAMED =
  /^(?:HttpResponseForbidden|PermissionDenied|ForbiddenException|UnauthorizedException|Forbidden|Unauthorized)$/;

/** Something is written down, or somebody is told. */
const LOGS =
  /log(?!_?in|_?out|ic)|audit|warn|record|track|emit|report|notify|sentry|capture|publish|dispatch|console\.|event/i;

/** A password or a code is looked at. */
const CHECKS = /passw|bcrypt|argon|pbkdf|scrypt|authenticate$|verify_?(?:password|token|code|otp)|compare/i;

function check({ operator, name, operands, around }: ActFacts): ActProblem | undefined {
  if (operator !== '') return undefined;
  const isRefusal =
    NAMED.test(name) ||
    (ANSWERS.test(name) && operands.slice(1).some(({ text, constant }) => REFUSED.test(String(constant ?? text))));
  if (!isRefusal || around.names.length === 0 || around.calls.some((call) => LOGS.test(call))) return undefined;
  const isLogin = around.calls.some((call) => CHECKS.test(call));
  if (!isLogin && !/403|FORBIDDEN|Forbidden|Denied/.test([name, ...operands.map(({ text }) => text)].join(' ')))
    return undefined;
  return {
    message: isLogin
      ? 'A failed log-in leaves nothing in the log; write down who tried, from where, and why it was refused.'
      : 'A request that was refused leaves nothing in the log; write down who asked for what, and from where.',
    variant: isLogin ? 'login' : 'denied',
    onlyStrict: true,
  };
}

export default act({
  id: 'security-event-not-logged',
  title: 'Security event that leaves no log',
  cwe: [778],
  owasp: ['A09:2021', 'A09:2025'],
  asvs: ['V16.3.1', 'V16.3.2', 'V16.3.3'],
  severity: 'information',
  precision: 'medium',
  profile: 'recommended',
  layer: 'logging',
  perFunction: true,
  evidence: /\b(?:audit|security)_?(?:log|logger|event|trail|service)s?\b/i,
  check,
  why: 'Passwords are guessed and rights are tried out long before somebody gets in. What is written nowhere cannot raise an alarm, and after an attack nobody can say when it began and what was reached.',
  fix: 'Write an event where a log-in fails or succeeds, where a request is refused for missing rights, and where a password or a factor changes: the kind of event, the account, the address, the id of the request. Never the password.',
  secondLayer: 'Send the events to a central place with alarms on their number by account and address.',
  detection: 'Try a wrong password and a foreign object in an integration test, and look for the event.',
  tradeOffs: 'Many events cost room; names and addresses in them are personal data with an end.',
  references: [
    'https://cwe.mitre.org/data/definitions/778.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html',
  ],
  fixes: [],
});
