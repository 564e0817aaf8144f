/** A replacement in one file; offsets are UTF-16 code units. */
export interface TextEdit {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What fixes need to know of a language's surface. Everything returns text; nothing looks at IR. */
export interface LanguageEdits {
  /** A string literal with the given text, with the quote the file prefers. */
  string(text: string, quote: '"' | "'"): string;
  list(items: readonly string[]): string;
  tuple(items: readonly string[]): string;
  object(entries: readonly { readonly key: string; readonly value: string }[], quote: '"' | "'"): string;
  /** A keyword argument, or undefined where the language has none. */
  keyword(name: string, value: string): string | undefined;
  boolean(value: boolean): string;
  /** Statement that imports `member` (or the module itself) from a library; undefined when it needs none. */
  importStatement(library: string, member: string | undefined, style: ImportStyle): string;
  /** Offset where a new import goes, and the text around it. */
  importPlace(text: string): { readonly offset: number; readonly prefix: string; readonly suffix: string };
  /** Reads an environment variable that must be set. */
  environment(name: string): { readonly expression: string; readonly import?: { library: string; member?: string } };
  /** A statement's terminator. */
  readonly terminator: string;
  /** A comment line. */
  comment(text: string): string;
}

/** How the file imports already. */
export interface ImportStyle {
  readonly usesRequire: boolean;
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
}
