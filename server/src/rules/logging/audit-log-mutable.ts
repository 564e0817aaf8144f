import { type ActFacts, type ActProblem, act } from '../rule';

const TABLE =
  '(?:\\w+\\.)?["`[]?(?:audit_?(?:logs?|trails?|events?|entr(?:y|ies)|records?)|security_?(?:logs?|events?))\\b';
const STATEMENT = new RegExp(
  `^[rbfu]*(?:"""|'''|["'\`])\\s*(?:UPDATE|DELETE\\s+FROM|TRUNCATE(?:\\s+TABLE)?|DROP\\s+TABLE(?:\\s+IF\\s+EXISTS)?)\\s+${TABLE}`,
  'i',
);
/** A class or a store of entries, not a variable that holds one. */
const STORE =
  /\b(?:audit_?(?:logs?|trails?|events?|entr(?:y|ies)|records?)|security_?events?)(?:_?(?:repository|repo|model|dao|mapper|table|collection))?\b/i;
const CHANGES =
  /^(?:delete|destroy|remove|truncate|drop|update)(?:One|Many|All|ById|AllById|AllInBatch|_one|_many)?$|^findOneAnd(?:Update|Delete)$|^findByIdAnd(?:Update|Delete)$|^bulk_update$/;
/** Old entries go after their time. */
const RETENTION =
  /retention|retain|purge|prune|clean|expire|archive|rotat|older|before|__lte?\b|<\s*[:?$%@(\w]|\blt\b|LessThan/i;
const SCHEMA = /migrations?|alembic|changelog|schema|seed/i;

const OPENS = /^(?:open|createWriteStream|writeFile|writeFileSync|FileWriter|FileOutputStream|write_text)$/;
const FILE = /audit[\w.-]*\.(?:log|txt|jsonl?|csv)["'`]?$/i;

function check(facts: ActFacts): ActProblem | undefined {
  if (facts.operator !== '') return undefined;
  return changed(facts) ?? emptied(facts);
}

function changed({ callee, name, operands, around, file }: ActFacts): ActProblem | undefined {
  const statement = operands.findIndex(({ text }) => STATEMENT.test(text));
  const isStore =
    CHANGES.test(name) &&
    STORE.test(callee.slice(0, -name.length)) &&
    /[A-Z]|repo|dao|model|\bdb\b|prisma|objects/.test(callee);
  if (statement < 0 && !isStore) return undefined;
  const texts = [callee, ...operands.map(({ text }) => text), ...around.names].join(' ');
  if (RETENTION.test(texts) || SCHEMA.test(file.split('/').slice(-3).join('/'))) return undefined;
  return {
    message:
      'Entries of the audit trail are changed or removed here; only add to it, and let no account of the application do more.',
    operand: statement < 0 ? undefined : statement,
    variant: 'changed',
  };
}

/** A file that is opened for writing begins empty. */
function emptied({ name, operands }: ActFacts): ActProblem | undefined {
  if (!OPENS.test(name)) return undefined;
  const args = operands.slice(1);
  const path = args.findIndex(({ text, keyword }) => keyword === '' && FILE.test(text));
  if (path < 0) return undefined;
  const mode = args.findIndex(({ constant }) => constant === 'w' || constant === 'w+' || constant === 'wt');
  const isAppending = args.some(
    ({ text, constant }) => constant === 'a' || constant === true || /flags?['"]?\s*:\s*['"]a|\bAPPEND\b/.test(text),
  );
  const message = 'Opening the audit log this way empties it; append to it.';
  if (isAppending) return undefined;
  if (name === 'open') {
    return mode < 0
      ? undefined
      : { message, operand: mode + 1, variant: 'emptied', option: 'mode', words: { mode: `$${mode} = 'a'` } };
  }
  if (name === 'createWriteStream') {
    const options = args[path + 1];
    if (options && !/^\{/.test(options.text)) return undefined;
    return { message, variant: 'emptied', option: 'flags', words: { flags: `$${path + 1}.flags = 'a'` } };
  }
  if (name === 'FileWriter' || name === 'FileOutputStream') {
    return args.length > 1
      ? undefined
      : { message, variant: 'emptied', option: 'append', words: { append: `$${path + 1} = true` } };
  }
  return name.startsWith('writeFile') && path === 0 && args.length > 1 ? { message, variant: 'emptied' } : undefined;
}

export default act({
  id: 'audit-log-mutable',
  title: 'Audit trail that can be altered',
  cwe: [345, 284],
  owasp: ['A08:2021', 'A08:2025'],
  asvs: ['V16.4.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'logging',
  check,
  why: 'A trail that the application itself can change proves nothing: whoever takes over the application removes what would show it, and nobody can tell entries that were made up from those that were not.',
  fix: 'Only ever add entries. Take the rights to update and delete from the account that the application uses, open files for appending, and let old entries go by a job of another account when their time is over.',
  secondLayer: 'Chain entries by a digest of the one before, or send them to a store that cannot be written twice.',
  detection: 'Check the chain each day, and compare the number of entries with that of the day before.',
  tradeOffs:
    'Mistakes in entries stay and are corrected by another entry; personal data in them need a rule for their end.',
  references: [
    'https://cwe.mitre.org/data/definitions/345.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
