import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { GrammarSet } from '../../syntax/grammar';

/** Where each grammar's wasm is: as a package's file in development, by its bare name beside a bundle. */
const GRAMMAR_FILES: Readonly<Record<string, string>> = {
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
  go: 'tree-sitter-go/tree-sitter-go.wasm',
};

const RUNTIME_FILE = 'web-tree-sitter/web-tree-sitter.wasm';

export const GRAMMAR_NAMES: readonly string[] = Object.keys(GRAMMAR_FILES);

/** The parser's runtime is started at once, grammars are read when they are first asked for. */
export async function createNodeGrammars(): Promise<GrammarSet> {
  return GrammarSet.create(await readWasm(RUNTIME_FILE), (name) => {
    const file = GRAMMAR_FILES[name];
    return file ? readWasm(file) : Promise.reject(new Error(`There is no grammar called ${name}.`));
  });
}

/** In a bundle the files are in a folder `wasm` beside it; unbundled code finds them in their packages. */
async function readWasm(file: string): Promise<Uint8Array> {
  try {
    return await readFile(path.join(__dirname, 'wasm', path.basename(file)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return readFile(createRequire(__filename).resolve(file));
  }
}
