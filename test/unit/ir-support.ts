import { readFileSync } from 'node:fs';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import type { ModuleIR } from '../../server/src/ir/ir';
import javascript from '../../server/src/languages/javascript';

export interface LoweredFixture {
  readonly title: string;
  readonly module: ModuleIR;
}

/** Every fixture of JavaScript's lowering tests, lowered: modules of all shapes. */
export async function loweredFixtures(): Promise<LoweredFixture[]> {
  const set = await createNodeGrammars();
  const text = readFileSync(new URL('../lowering/fixtures/javascript.txt', import.meta.url), 'utf8');
  const parts = text.split(/^### /m).slice(1);
  return Promise.all(
    parts.map(async (part) => {
      const [title, ...rest] = part.split('\n');
      const [source] = rest.join('\n').split('\n---\n');
      const grammar = await set.load(title.split(' | ')[0]);
      return { title, module: javascript.lower(grammar.parseOnce(source), 'file:///x.js') };
    }),
  );
}

/** A small generator with a seed: the same mutations on every machine. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A deep copy that may be written to, columns and maps included. */
export function copyOf(module: ModuleIR): ModuleIR {
  return structuredClone(module);
}
