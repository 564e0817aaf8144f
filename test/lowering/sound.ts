import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FunctionIR, ModuleIR, Op } from '../../server/src/ir/ir';
import { verify } from '../../server/src/ir/verify';
import { showModule } from './show';

export interface Fixture {
  /** What stands in front of `|` in the title. */
  readonly dialect: string;
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

/** `### dialect | title` or `### title`, the source, `---`, and what it is lowered to. */
export function readFixtures(file: URL): Fixture[] {
  return readFileSync(file, 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [heading, ...rest] = part.split('\n');
      const bar = heading.indexOf(' | ');
      const [source, expected] = rest.join('\n').split('\n---\n');
      return {
        dialect: bar < 0 ? '' : heading.slice(0, bar),
        title: bar < 0 ? heading : heading.slice(bar + 3),
        source,
        expected: expected.trimEnd(),
      };
    });
}

interface NodeType {
  readonly type: string;
  readonly subtypes?: readonly { readonly type: string; readonly named: boolean }[];
}

const nodeRequire = createRequire(import.meta.url);

/** The kinds of nodes that a grammar's package lists. */
export function nodeTypes(path: string): NodeType[] {
  return nodeRequire(path) as NodeType[];
}

/** Members of a grammar's groups, the groups among them taken apart. */
export function membersOf(types: readonly NodeType[], groups: readonly string[]): Set<string> {
  const members = (name: string): string[] =>
    (types.find((type) => type.type === name)?.subtypes ?? []).flatMap((sub) => {
      const inner = members(sub.type);
      return sub.named ? (inner.length > 0 ? inner : [sub.type]) : [];
    });
  return new Set(groups.flatMap(members));
}

type Handlers = Readonly<Record<string, unknown>>;

/** Each of these kinds has a handler, and is among those that occur in fixtures. */
export function assertHandled(kinds: Iterable<string>, seen: ReadonlySet<string>, ...tables: Handlers[]): void {
  for (const kind of kinds) {
    assert.ok(
      tables.some((handlers) => handlers[kind]),
      `${kind} has no handler`,
    );
    assert.ok(seen.has(kind), `${kind} is in no fixture`);
  }
}

/** There is no handler of a kind that these lists do not have. */
export function assertKnown(types: readonly NodeType[], ...tables: Handlers[]): void {
  const known = new Set(types.map(({ type }) => type));
  for (const kind of tables.flatMap(Object.keys)) assert.ok(known.has(kind), kind);
}

export function spansOf(fn: FunctionIR, source: string, op: Op): string[] {
  const spans: string[] = [];
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] === op) spans.push(source.slice(fn.start + fn.starts[i], fn.start + fn.ends[i]));
  }
  return spans;
}

export function textsOf(source: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  return spans.map(({ start, end }) => source.slice(start, end));
}

/** What a function calls its values. */
export function boundNames({ strings }: ModuleIR, { bindings }: FunctionIR): string[] {
  return Array.from({ length: bindings.length / 3 }, (_, i) => strings[bindings[3 * i + 1]]);
}

export function assertLowered(module: ModuleIR, { source, expected }: Fixture): void {
  assert.equal(showModule(module), expected);
  assertSound(module, source);
}

/** Of code that is nested deeper than is followed. */
export function assertCutOff(module: ModuleIR, source: string): void {
  assert.match(module.partial ?? '', /nested more than/);
  assert.ok((module.opaque.nesting ?? 0) > 0);
  assertSound(module, source);
}

/** Of code that is followed to its end, however broken. */
export function assertWhole(module: ModuleIR, source: string, message?: string): void {
  assert.equal(module.partial, undefined, message);
  assertSound(module, source);
}

/** Of code that has much of something side by side. */
export function assertNotNested(module: ModuleIR, source: string): void {
  assertWhole(module, source);
  assert.equal(module.opaque.nesting, undefined);
}

/** Parsing has its own budget; what lowering takes must not depend on how deep or wide the code is. */
export function inTime(longestMs: number, lower: () => ModuleIR): ModuleIR {
  const started = performance.now();
  const module = lower();
  const took = performance.now() - started;
  assert.ok(took < longestMs, `lowering took ${took.toFixed(0)} ms`);
  return module;
}

export function assertSound(module: ModuleIR, source: string): void {
  assert.equal(module.length, source.length);
  assert.deepEqual(verify(module), []);
}
