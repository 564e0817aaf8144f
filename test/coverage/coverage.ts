import type { Model } from '../../server/src/facts/model';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import { RULES } from '../../server/src/rules/index.generated';
import type { WithSettings } from '../../server/src/rules/parts';
import type { FlowRule, Rule } from '../../server/src/rules/rule';
import { type Example, readExamples } from '../examples/read-examples';
import { COVERED, type CoveredLanguage, ROWS, type Row } from './rows';

/** A row's state in one language. */
export interface Cell {
  readonly rule: string;
  readonly language: CoveredLanguage;
  /** Examples with a finding, and examples whose good side is checked to be clean. */
  readonly bad: number;
  readonly good: number;
  /** Ids of the fixes that examples prove, sorted. */
  readonly fixes: readonly string[];
  readonly libraries: readonly string[];
  /** What the row names and the product lacks, in words; empty when the row is met. */
  readonly gaps: readonly string[];
}

/** The fewest sides of examples that must stay clean: one sanitised, one constant. */
const FEWEST_GOOD = 2;

/** One cell for each row and language that the catalogue names, in the catalogue's order. */
export function cells(): Cell[] {
  const examples = readExamples();
  return ROWS.flatMap((row) =>
    COVERED.filter((language) => row.libraries[language] !== undefined).map((language) =>
      cell(
        row,
        language,
        examples.filter((one) => one.ruleId === row.rule && one.language === language),
      ),
    ),
  );
}

function cell(row: Row, language: CoveredLanguage, examples: readonly Example[]): Cell {
  const rule = RULES.find(({ id }) => id === row.rule);
  const bad = examples.filter((one) => one.bad.some((file) => file.expected.length > 0)).length;
  const good = examples.filter((one) => one.good.length > 0).length;
  const fixes = [...new Set(examples.flatMap(({ fix }) => fix ?? []))].sort();
  const libraries = (row.libraries[language] ?? '').split(' ').filter((name) => name !== '-');
  const gaps: string[] = [];
  if (rule === undefined) gaps.push('no rule');
  else {
    if (bad === 0) gaps.push('no example with a finding');
    if (good < FEWEST_GOOD) gaps.push(`${good} clean ${good === 1 ? 'example' : 'examples'}`);
    if (row.safe?.includes(language) && fixes.length === 0) gaps.push('no proven fix');
    const missing = libraries.filter((name) => !reaches(rule, language, name, examples));
    if (missing.length > 0) gaps.push(`without ${missing.join(', ')}`);
  }
  return { rule: row.rule, language, bad, good, fixes, libraries, gaps };
}

/** Whether a library's model speaks of what the rule is about, or an example of the rule uses the library. */
function reaches(rule: Rule, language: CoveredLanguage, library: string, examples: readonly Example[]): boolean {
  const models = LANGUAGES.find(({ id }) => id === language)?.models ?? [];
  const ofLibrary = models.filter((one) => one.library === library || one.aliases?.includes(library));
  const wanted = kindsOf(rule);
  if (ofLibrary.some((one) => kindsIn(one).some((kind) => wanted.has(kind)))) return true;
  return examples.some(({ bad }) => bad.some(({ text }) => text.includes(library)));
}

/** The words of the vocabulary by which a rule meets models. */
function kindsOf(rule: Rule): ReadonlySet<string> {
  const { settings } = rule as Partial<WithSettings<FlowRule>>;
  return new Set([...ownKinds(rule), ...(settings?.of ?? [])]);
}

function ownKinds(rule: Rule): Iterable<string> {
  if (rule.shape === 'flow') return [...rule.to, ...rule.from.filter((kind) => kind !== 'remote')];
  if (rule.shape === 'setting') return rule.of;
  if (rule.shape === 'duty') return [...rule.of, ...rule.metBy];
  if (rule.shape === 'literal') return rule.takers ?? ['credential'];
  return [];
}

function kindsIn({ sources = {}, sinks = {}, configs = [] }: Model): string[] {
  return [...Object.keys(sources), ...Object.keys(sinks), ...configs.map(({ kind }) => kind)];
}

/** Of the rules that the catalogue names for these languages, the share with a fix that an example proves. */
export function fixedShare(all: readonly Cell[]): number {
  const rules = new Set(all.map(({ rule }) => rule));
  const fixed = new Set(all.filter(({ fixes }) => fixes.length > 0).map(({ rule }) => rule));
  return fixed.size / rules.size;
}
