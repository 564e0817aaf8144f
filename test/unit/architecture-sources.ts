import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import type { Grammar } from '../../server/src/syntax/grammar';
import type { NodeId, SyntaxTree } from '../../server/src/syntax/tree';

export const root = path.resolve(__dirname, '../..');

export interface Import {
  readonly specifier: string;
  /** Only types: nothing of it runs. */
  readonly isType: boolean;
  readonly line: number;
}

/** One file of the product, read by the product's own parser. */
export class Source {
  readonly imports: readonly Import[];

  constructor(
    /** With forward slashes, from the repository's root. */
    readonly file: string,
    readonly tree: SyntaxTree,
  ) {
    this.imports = [...this.findImports()];
  }

  /** `server/src/<layer>/…`; '' for others. */
  get layer(): string {
    return this.file.match(/^server\/src\/([^/]+)\//)?.[1] ?? '';
  }

  at(node: NodeId): string {
    return `${this.file}:${this.lineOf(node)}`;
  }

  lineOf(node: NodeId): number {
    return this.tree.text.slice(0, this.tree.starts[node]).split('\n').length;
  }

  *nodes(...kinds: readonly string[]): Generator<NodeId> {
    for (let n = 0; n < this.tree.size; n++) if (kinds.includes(this.tree.kind(n)) && this.tree.isNamed(n)) yield n;
  }

  /** Contents of string literals and of the fixed parts of templates. */
  *strings(): Generator<{ readonly node: NodeId; readonly text: string }> {
    for (const node of this.nodes('string_fragment')) yield { node, text: this.tree.textOf(node) };
  }

  /** The file that a relative import means, or undefined for a package. */
  target(specifier: string): string | undefined {
    return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(this.file), specifier) : undefined;
  }

  private *findImports(): Generator<Import> {
    const { tree } = this;
    for (const node of this.nodes('import_statement', 'export_statement')) {
      const source = tree.childByField(node, 'source');
      if (source < 0) continue;
      yield { specifier: this.unquoted(source), isType: tree.childOfKind(node, 'type') >= 0, line: this.lineOf(node) };
    }
    for (const node of this.nodes('call_expression')) {
      const callee = tree.textOf(tree.childByField(node, 'function'));
      if (callee !== 'import' && callee !== 'require') continue;
      const argument = tree.firstNamedChild(tree.childByField(node, 'arguments'));
      if (argument < 0 || tree.kind(argument) !== 'string') continue;
      yield { specifier: this.unquoted(argument), isType: false, line: this.lineOf(node) };
    }
  }

  private unquoted(node: NodeId): string {
    return this.tree.textOf(node).slice(1, -1);
  }
}

/** Every TypeScript file below these folders of the repository. */
export async function readSources(...folders: readonly string[]): Promise<Source[]> {
  const grammar = await (await createNodeGrammars()).load('typescript');
  return folders.flatMap((folder) => filesBelow(folder).map((file) => readSource(file, grammar)));
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function readSource(file: string, grammar: Grammar): Source {
  return new Source(file, grammar.parseOnce(readFileSync(path.join(root, file), 'utf8')));
}
