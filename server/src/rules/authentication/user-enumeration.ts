import { type ActFacts, type ActProblem, act } from '../rule';

/** What gives an answer, or the reason for one. */
const ANSWERS =
  /^(?:json|send|end|render|done|cb|callback|next|body|status|sendStatus|send_error|sendError|abort|flash|jsonify|HTTPException|HttpResponse\w*|JsonResponse|Response|ResponseEntity|make_response|render_template|addAttribute|setAttribute|addFlashAttribute|println|print|write|error|\w*(?:Error|Exception))$/;

const UNKNOWN =
  /\b(?:no|unknown|invalid|incorrect|wrong)[ _-](?:such[ _-])?(?:user ?name|user|account|e-?mail)\b(?![ _](?:or|and|\/)|\/)|\b(?:user ?name|user|account|e-?mail)(?: address)?[ _](?:was |is |does |could )?(?:not |n't |doesn'?t )[ _]?(?:be )?(?:found|exists?|known|registered)|\b(?:user|account|email)[_-]?not[_-]?found\b|(?:user|account)NotFound\b|\bnot registered\b|\b(?:invalid|unknown|wrong)user(?:name)?(?:error|message)/i;
const WRONG =
  /\b(?:wrong|incorrect|invalid|bad)[ _-]pass(?:word|phrase)\b|\bpassword(?: is| was)?[ _](?:wrong|incorrect|invalid|not (?:correct|valid)|does ?n[o']t match|mismatch)|\b(?:wrong|incorrect|invalid|bad)Password(?:error|message)?/i;
const TAKEN =
  /\b(?:user ?name|user|account|e-?mail)(?: address)?[ _](?:is |has )?(?:already |been )+\w+|\balready (?:exists|registered|taken|in use)\b/i;

/** Where somebody is already signed in. */
const SIGNED_IN = /change|update_?pass|(?:old|current)_?pass|confirm_?new/i;
const SIGN_IN = /log_?-?in|sign_?-?in|authenticate|\bauth\b|session|local_?strategy/i;
const RESET = /(?:forgot|reset|recover|lost)\w*[-_/ ]?(?:pass|pw|account)?/i;
const REGISTER = /register|sign_?-?up|registration|create_?account/i;
const CHECKS = /passw|bcrypt|argon|pbkdf|scrypt|compare|matches|verify/i;

const LONGEST = 240;

/** Answers are texts, not what they are compared with or written to a log. */
const literals = (text: string): string =>
  (text.match(/"[^"\n]*"|'[^'\n]*'|`[^`]*`|\b(?:invalid|unknown|wrong|incorrect)\w+(?:error|message)\w*/gi) ?? []).join(
    ' ',
  );

function check({ operator, name, callee, operands, around }: ActFacts): ActProblem | undefined {
  if (operator !== '') return undefined;
  if (/^setHideUserNotFoundExceptions$/.test(name) && operands[1]?.constant === false)
    return {
      message: 'The answer of a sign-in tells whether the account exists; leave unknown users hidden.',
      variant: 'setting',
      words: { call: '$callee(true)' },
    };
  if (!ANSWERS.test(name) || /\b(?:console|log|logger|logging)\b/i.test(callee)) return undefined;
  // Who checks passwords hides this kind of failure unless told otherwise.
  if (/^UsernameNotFound/.test(name)) return undefined;
  // What was made by several branches is the text of all of them: nothing of that need be said.
  const given = operands.slice(1).filter(({ text }) => text.length <= LONGEST);
  const said = literals(given.map(({ text }) => text).join(' '));
  const names = around.names.join(' ');
  const all = literals(around.text);
  if (SIGNED_IN.test(names)) return undefined;
  if (UNKNOWN.test(said) && !WRONG.test(said)) {
    if (WRONG.test(all) && CHECKS.test(around.text))
      return {
        message:
          'This answer tells that there is no such account, another one that only the password was wrong; give both the same text and status.',
        variant: 'login',
      };
    if (RESET.test(names))
      return {
        message:
          'This answer tells that there is no such account; always say that a message was sent if the account exists.',
        variant: 'reset',
      };
  }
  if (TAKEN.test(said) && REGISTER.test(names))
    return {
      message: 'This answer tells that the account exists; confirm by e-mail instead, whoever asks.',
      variant: 'register',
      severity: 'information',
    };
  const isMissing = given.some(({ constant, text }) => constant === 404 || /\b(?:NOT_FOUND|SC_NOT_FOUND)$/.test(text));
  if (
    isMissing &&
    !(UNKNOWN.test(all) && WRONG.test(all)) &&
    SIGN_IN.test(names) &&
    /\b(?:401|UNAUTHORIZED|SC_UNAUTHORIZED)\b/.test(around.text) &&
    around.calls.some((call) => CHECKS.test(call))
  )
    return {
      message:
        'The status tells that there is no such account, where a wrong password has another one; give both the same.',
      variant: 'status',
    };
  return undefined;
}

export default act({
  id: 'user-enumeration',
  title: 'Response tells whether an account exists',
  cwe: [204],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V6.3.8'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  perFunction: true,
  check,
  why: 'Whoever tries a list of addresses learns which of them have an account. What is left is to guess passwords of those, to try leaked ones, or to write to people about an account that they really have.',
  fix: 'Give one answer, with one text and one status, for an unknown user and for a wrong password, and compare with a made-up hash where there is no user, so that both take as long. Resets always say that a message was sent if the account exists.',
  secondLayer: 'Limit attempts by account and by address, and ask for a second factor.',
  detection: 'Alert on many sign-ins or resets for different names from one address.',
  tradeOffs:
    'People who mistyped their name do not learn that. A registration can only be silent where it is confirmed by e-mail.',
  references: [
    'https://cwe.mitre.org/data/definitions/204.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
  ],
  fixes: ['replace-call'],
});
