import type { Model } from '../facts/model';
import type { LanguageEdits } from '../fixes/edits';
import type { ModuleIR } from '../ir/ir';
import type { Tables } from '../ir/tables';
import type { SyntaxTree } from '../syntax/tree';

/** Everything the product knows about one language. A language is one folder below `languages/`. */
export interface Language {
  readonly id: string;
  /** File name endings with the dot, each with the grammar that reads it. */
  readonly extensions: Readonly<Record<string, string>>;
  /**
   * Files that hold the language in something else, or are read without a grammar: how each ending is read. Their entry
   * in `extensions` names the grammar that `parse` reads with, '' for none. Total, as `lower` is.
   */
  readonly readers?: Readonly<Record<string, Reader>>;
  /**
   * Total: never throws for any tree; what cannot be translated becomes `Opaque`. With the tables of the file before an
   * edit, what has not changed has the same numbers.
   */
  lower(tree: SyntaxTree, uri: string, tables?: Tables): ModuleIR;
  /**
   * The file or package that an import names, or undefined for a library. Candidates are tried in order against
   * `exists`. Uris are plain strings with forward slashes; nothing is read. `libraries` are those of the nearest manifest
   * with their versions; of one that is a part of the project it says the folder.
   */
  resolveImport(
    specifier: string,
    fromUri: string,
    exists: (uri: string) => boolean,
    libraries?: Readonly<Record<string, string>>,
  ): string | undefined;
  /**
   * Where files share their names without importing each other: what the file's package is called. `exists` knows
   * these names, and an import may mean a package.
   */
  packageOf?(uri: string): string;
  /** A class implements every interface whose methods it has, without saying so. */
  readonly structural?: boolean;
  readonly models: readonly Model[];
  readonly edits: LanguageEdits;
  /** Start of a line comment, for suppressions. */
  readonly lineComment: string;
}

export type Reader = (text: string, uri: string, parse: (source: string) => SyntaxTree) => ModuleIR;
