import { readdirSync } from 'node:fs';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import type { ModuleIR } from '../../server/src/ir/ir';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import { readFixtures } from '../lowering/sound';

export interface LoweredFixture {
  readonly title: string;
  readonly module: ModuleIR;
}

/** Every fixture of every language's lowering tests, lowered: modules of all shapes. */
export async function loweredFixtures(): Promise<LoweredFixture[]> {
  const set = await createNodeGrammars();
  const folder = new URL('../lowering/fixtures/', import.meta.url);
  const lowered: LoweredFixture[] = [];
  for (const language of LANGUAGES) {
    const file = `${language.id}.txt`;
    if (!readdirSync(folder).includes(file)) continue;
    for (const { dialect, title, source } of readFixtures(new URL(file, folder))) {
      const grammar = await set.load(dialect === '' ? language.id : dialect);
      lowered.push({
        title: `${language.id}: ${title}`,
        module: language.lower(grammar.parseOnce(source), 'file:///x'),
      });
    }
  }
  return lowered;
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
