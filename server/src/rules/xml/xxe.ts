import { isAbsent, isOneOf, isUnknown, mayBe, stringsWithin } from '../options';
import { setting } from '../rule';

/**
 * Options of an xml-parser: `doctype` (allowed), `externalEntities`, `externalDtd`, `secure` (secure processing), and two
 * that models may add: `input` (what is parsed) and `expansion` (internal entities are expanded without limit).
 */
export default setting({
  id: 'xxe',
  title: 'XML parser resolves external entities or DTDs',
  cwe: [611, 776],
  owasp: ['A05:2021', 'A02:2025'],
  asvs: ['V1.5.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'output',
  of: ['xml-parser'],
  check: (facts) => {
    const doctype = facts.option('doctype');
    const entities = facts.option('externalEntities');
    const dtd = facts.option('externalDtd');
    const input = facts.option('input');
    if (isOneOf(doctype, [false])) return undefined;
    if ([doctype, entities, dtd].some(isUnknown)) return undefined;
    // A document written in the program.
    if (!input.tainted && stringsWithin(input).length) return undefined;
    const option =
      entities.isSet && mayBe(entities, true)
        ? 'externalEntities'
        : dtd.isSet && mayBe(dtd, true)
          ? 'externalDtd'
          : ['doctype', 'externalEntities', 'externalDtd'].find((name) => facts.offers(name));
    const resolves =
      mayBe(entities, true) || mayBe(dtd, true) || (isAbsent(entities) && isAbsent(dtd) && mayBe(doctype, true));
    if (resolves) {
      return {
        message: `${facts.callee} gives a parser that fetches what the document names; forbid document types and external entities.`,
        option,
      };
    }
    if (mayBe(facts.option('expansion'), true) && input.tainted) {
      return {
        message: `${facts.callee} expands entities of a document from a request without limit (expansion); use a hardened parser.`,
        option: 'input',
        severity: 'warning',
        variant: 'expansion',
      };
    }
    return undefined;
  },
  why: 'A document may name files and addresses as its entities. A parser that follows them puts local files into the result, sends requests from inside the network, and can be kept busy by entities that grow by repetition.',
  fix: 'Forbid document types altogether; that ends external entities and expansion at once. Where types are needed, switch off external entities, parameter entities and external DTDs, and turn on secure processing.',
  secondLayer:
    'Deny outgoing connections and file access to the process that parses; limit document size and time; prefer JSON where there is a choice.',
  detection: 'Log refused document types; alert on outgoing requests or file reads from the parsing process.',
  tradeOffs:
    'Documents that rely on a type (entities for characters, default attributes) are refused: load such types from a local catalogue.',
  references: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://cwe.mitre.org/data/definitions/776.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call', 'safe-loader'],
});
