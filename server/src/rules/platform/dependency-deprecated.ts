import { onlyString } from '../options';
import { type ConfigFacts, type ConfigProblem, type Severity, setting } from '../rule';

const STATES: Readonly<Record<string, { readonly words: string; readonly severity?: Severity }>> = {
  abandoned: { words: 'is no longer maintained' },
  unsafe: { words: 'cannot be used safely' },
  holes: { words: 'has known holes in this version' },
  superseded: { words: 'is hardly maintained', severity: 'information' },
  name: { words: 'from the registry is an empty package', severity: 'information' },
};

function check(facts: ConfigFacts): ConfigProblem | undefined {
  const state = onlyString(facts.option('state')) ?? '';
  const known = STATES[state];
  if (!known) return undefined;
  const library = onlyString(facts.option('library'));
  const instead = onlyString(facts.option('instead'));
  return { message: `${library} ${known.words}; use ${instead}.`, severity: known.severity, variant: state };
}

export default setting({
  id: 'dependency-deprecated',
  title: 'A library that is abandoned, outdated or unsafe by design',
  cwe: [1104, 477],
  owasp: ['A06:2021', 'A03:2025'],
  asvs: ['V15.2.1', 'V15.1.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'supply-chain',
  of: ['outdated-library'],
  check,
  perFile: true,
  why: 'Holes that are found in a library that nobody maintains stay open, and attackers look for those that everybody knows. Some libraries promise what cannot be done, so that no version of them is safe.',
  fix: 'Take the maintained successor or the version that closes the holes, in the manifest and in the imports.',
  secondLayer:
    'Look through the dependencies on every build with a database of known holes, and let updates come to you as proposals.',
  detection: 'List what is installed with the date of its last release; what is older than two years deserves a look.',
  tradeOffs:
    'A successor may have other names or stricter defaults: tests show what changes. Where the library reads no data from outside, the change can wait.',
  references: [
    'https://cwe.mitre.org/data/definitions/1104.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Vulnerable_Dependency_Management_Cheat_Sheet.html',
  ],
  fixes: ['replace-import'],
});
