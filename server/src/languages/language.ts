import type { Model } from '../facts/model';
import type { LanguageEdits } from '../fixes/edits';
import type { ModuleIR } from '../ir/ir';
import type { SyntaxTree } from '../syntax/tree';

/** Everything the product knows about one language. A language is one folder below `languages/`. */
export interface Language {
  readonly id: string;
  /** File name endings with the dot, each with the grammar that reads it. */
  readonly extensions: Readonly<Record<string, string>>;
  /** Total: never throws for any tree; what cannot be translated becomes `Opaque`. */
  lower(tree: SyntaxTree, uri: string): ModuleIR;
  /**
   * The file that an import names, or undefined for a library. Candidates are tried in order against `exists`.
   * Uris are plain strings with forward slashes; nothing is read.
   */
  resolveImport(specifier: string, fromUri: string, exists: (uri: string) => boolean): string | undefined;
  readonly models: readonly Model[];
  readonly edits: LanguageEdits;
  /** Start of a line comment, for suppressions. */
  readonly lineComment: string;
}
