import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FunctionIR, ModuleIR, Op } from '../../server/src/ir/ir';
import { verify } from '../../server/src/ir/verify';

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

export function spansOf(fn: FunctionIR, source: string, op: Op): string[] {
  const spans: string[] = [];
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] === op) spans.push(source.slice(fn.start + fn.starts[i], fn.start + fn.ends[i]));
  }
  return spans;
}

export function assertSound(module: ModuleIR, source: string): void {
  assert.equal(module.length, source.length);
  assert.deepEqual(verify(module), []);
}
