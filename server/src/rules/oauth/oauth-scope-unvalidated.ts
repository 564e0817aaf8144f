import { onlyString } from '../options';
import { setting } from '../rule';

/** One scope: a word, or words with colons and dots between them. */
const SCOPE = /^[a-z][\w-]*(?:[:./][\w*-]+)*$/i;

/** `token.scope`, `claims["scope"]`, `jwt.getClaimAsString("scope")`: by the standard one text with spaces. */
const SCOPES = /(?:^|[.\s("'[])scope["')\]]*(?:\s*(?:\?\?|\|\|)\s*["']{2}\)?)?$/i;

const FROM_TOKEN = /token|payload|claim|auth|jwt|decoded|introspect/i;

export default setting({
  id: 'oauth-scope-unvalidated',
  title: 'Scope looked for as a part of a text',
  cwe: [863, 285],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V10.3.2', 'V10.2.3', 'V10.4.11'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authorization',
  of: ['text-search'],
  check: (facts) => {
    const wanted = onlyString(facts.option('wanted'));
    const { text } = facts.option('within');
    if (wanted === undefined || !SCOPE.test(wanted) || !SCOPES.test(text.trim())) return undefined;
    return {
      message: `${wanted} is looked for as a part of a text, so a longer scope that contains it passes, too; split the text and compare whole scopes.`,
      severity: onlyString(facts.option('type')) === 'text' || FROM_TOKEN.test(text) ? undefined : 'information',
    };
  },
  why: 'The scopes of a token stand in one text with spaces between them. Looked for as a part of it, “read” is found in “read:own” and in “unread”, so tokens are accepted for more than they were given for, and whoever may name scopes can make one that contains yours.',
  fix: 'Split the text at the spaces and ask for the whole scope, or use the guard of the library that checks tokens.',
  secondLayer: 'Check on each route which scope it needs, next to the check who the user is, and refuse by default.',
  detection: 'Log which scope let a request pass; one that no route names deserves a look.',
  tradeOffs: 'None worth naming: the text is short, and splitting it takes no time that anybody notices.',
  references: [
    'https://cwe.mitre.org/data/definitions/863.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/OAuth2_Cheat_Sheet.html',
  ],
  fixes: ['replace-call'],
});
