import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Finding } from '../../server/src/base/finding';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { applyEdits } from '../../server/src/fixes/apply';
import { createFixContext } from '../../server/src/fixes/context';
import type { LanguageEdits } from '../../server/src/fixes/edits';
import type { FixProposal } from '../../server/src/fixes/fix';
import { FIXES } from '../../server/src/fixes/index';
import { proposalOf } from '../../server/src/fixes/propose';
import { type FunctionIR, type ModuleIR, Op } from '../../server/src/ir/ir';
import go from '../../server/src/languages/go/edits';
import java from '../../server/src/languages/java/edits';
import javascript from '../../server/src/languages/javascript/edits';
import python from '../../server/src/languages/python/edits';
import type { Grammar } from '../../server/src/syntax/grammar';
import type { SyntaxTree } from '../../server/src/syntax/tree';

export type LanguageName = 'javascript' | 'python' | 'java' | 'go';
const EDITS: Readonly<Record<LanguageName, LanguageEdits>> = { javascript, python, java, go };

export interface Place {
  /** Text with which the call starts, or for literals the literal. */
  readonly at: string;
  /** The argument whose value is given to the sink; a text finds the value with this source instead. */
  readonly value?: number | string;
  readonly option?: string;
  readonly words?: Readonly<Record<string, string>>;
  readonly bind?: unknown;
  /** Source texts that the trace names. */
  readonly trace?: readonly string[];
  readonly reason?: string;
  readonly ruleId?: string;
  readonly variant?: string;
}

type Lower = (tree: SyntaxTree, uri: string) => ModuleIR;
const lowerers = new Map<LanguageName, { grammar: Grammar; lower: Lower }>();

/** Whether the language's front end is there. */
export function hasFrontEnd(language: LanguageName): boolean {
  return existsSync(new URL(`../../server/src/languages/${language}/index.ts`, import.meta.url));
}

export async function load(language: LanguageName): Promise<void> {
  if (lowerers.has(language)) return;
  const grammar = await (await createNodeGrammars()).load(language);
  const module = await import(`../../server/src/languages/${language}/index`);
  lowerers.set(language, { grammar, lower: (module.default.default ?? module.default).lower });
}

export function lowered(language: LanguageName, text: string): ModuleIR {
  const front = lowerers.get(language);
  if (!front) throw new Error(`${language} is not loaded`);
  return front.lower(front.grammar.parse(text).tree, `file:///x.${language}`);
}

/** The text after the fix, or undefined when there is none. */
export function fixed(language: LanguageName, id: string, text: string, place: Place): string | undefined {
  const proposal = proposed(language, id, text, place);
  return proposal && applyEdits(text, proposal.edits);
}

export function proposed(language: LanguageName, id: string, text: string, place: Place): FixProposal | undefined {
  const module = lowered(language, text);
  const finding = findingAt(module, text, place);
  const fix = FIXES.get(id);
  if (!fix) throw new Error(`no fix ${id}`);
  return proposalOf(fix, createFixContext(finding, module, text, EDITS[language], place.reason));
}

export function isReparsed(language: LanguageName, text: string): boolean {
  return lowered(language, text).errors.length === 0;
}

function sourceOf(fn: FunctionIR, value: number, text: string): string {
  return text.slice(fn.start + fn.starts[value], fn.start + fn.ends[value]);
}

function findingAt(module: ModuleIR, text: string, place: Place): Finding {
  for (const fn of module.functions) {
    for (let i = 0; i < fn.size; i++) {
      const source = sourceOf(fn, i, text);
      const isCall = fn.ops[i] === Op.Call || fn.ops[i] === Op.New;
      const isPlace = isCall || fn.ops[i] === Op.SetField || fn.ops[i] === Op.Return;
      if (isPlace ? !source.startsWith(place.at) : fn.ops[i] !== Op.Const || source !== place.at) continue;
      let value = -1;
      if (typeof place.value === 'number' && isCall) value = fn.args[2 * (fn.b[i] + place.value)];
      else if (typeof place.value === 'string') {
        for (let j = 0; j < fn.size; j++) if (sourceOf(fn, j, text) === place.value) value = j;
        if (value < 0) throw new Error(`no value ${place.value}`);
      } else if (!isPlace) value = i;
      const at = { uri: module.uri, start: fn.start + fn.starts[i], end: fn.start + fn.ends[i] };
      const trace = (place.trace ?? []).map((step) => {
        const start = text.indexOf(step);
        return { uri: module.uri, start, end: start + step.length, note: '' };
      });
      return {
        ...at,
        ruleId: place.ruleId ?? 'rule',
        severity: 'error',
        message: '',
        variant: place.variant,
        cwe: [],
        trace: trace.length > 0 ? [...trace, { ...at, note: '' }] : [],
        fingerprint: '',
        suppressed: undefined,
        anchor: {
          functionId: fn.id,
          instruction: i,
          value,
          option: place.option,
          words: place.words ?? {},
          bind: place.bind,
        },
      };
    }
  }
  throw new Error(`nothing starts with ${place.at}`);
}

export interface Case {
  readonly title: string;
  readonly place: Place;
  readonly bad: string;
  /** Undefined: there is nothing to propose. */
  readonly good: string | undefined;
}

/** One test a case; languages without a front end are left out. */
export function suite(id: string, cases: Readonly<Partial<Record<LanguageName, readonly Case[]>>>): void {
  describe(`fix: ${id}`, () => {
    for (const [name, list] of Object.entries(cases)) {
      const language = name as LanguageName;
      if (!hasFrontEnd(language)) continue;
      describe(language, () => {
        before(() => load(language));
        for (const { title, place, bad, good } of list) {
          it(title, () => {
            const result = fixed(language, id, bad, place);
            assert.equal(result, good);
            if (result !== undefined) assert.ok(isReparsed(language, result), 'the result parses');
          });
        }
      });
    }
  });
}

/** An example of a rule, as a case. */
export function example(language: LanguageName, rule: string, title: string, place: Place): Case {
  const url = new URL(`../../server/src/languages/${language}/examples/${rule}.md`, import.meta.url);
  const section = readFileSync(url, 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith(`${title}\n`));
  if (!section) throw new Error(`no example ${title}`);
  const block = (kind: string): string => {
    const match = new RegExp(`^\`\`\`[^\n]*${kind}\n([\\s\\S]*?)^\`\`\``, 'm').exec(section);
    if (!match) throw new Error(`${title}: no block ${kind}`);
    return match[1].replace(/^(?:\/\/|#)\s*\^+.*\n/gm, '');
  };
  return { title: `${rule}: ${title}`, place, bad: block('bad'), good: block('good') };
}
