import type { SurfaceSyntax } from './surface';

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
  importStatement(library: string, member: string | undefined, style: ImportStyle, local?: string): string | undefined;
  /** Offset where a new import goes, and the text around it. */
  importPlace(text: string): { readonly offset: number; readonly prefix: string; readonly suffix: string };
  /** Reads an environment variable that must be set. */
  environment(
    name: string,
    quote?: '"' | "'",
  ): { readonly expression: string; readonly import?: { library: string; member?: string } };
  /** A statement's terminator. */
  readonly terminator: string;
  /** A comment line. */
  comment(text: string): string;
  /** How strings, comments and sums are written. */
  readonly surface: SurfaceSyntax;
  /** An import that nothing uses is a mistake: a fix takes those away that it leaves. */
  readonly importsMustBeUsed?: boolean;
  /** What the file imports, in the order of the text. */
  imports(text: string): readonly ImportedName[];
  /** The name under which a library is imported when nothing says otherwise. */
  localName(library: string, member: string | undefined): string;
  /** The same library by its plain name (`node:fs` is `fs`). */
  libraryName(specifier: string): string;
  /** Text made of literal pieces (raw, as they stand between quotes) and expressions, in the given form. */
  concat(parts: readonly TextPart[], form: ConcatForm): string;
  /** Default words for fixes; a model's own words win. */
  readonly words: Readonly<Record<string, string>>;
  /** Functions that a fix adds to the file, by what they are for (`redirect`, `url`). */
  readonly helpers: Readonly<Record<string, Helper>>;
}

/** How the file imports already. */
export interface ImportStyle {
  readonly usesRequire: boolean;
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
}

/** One name that an import statement brings into the file. */
export interface ImportedName {
  readonly library: string;
  /** The exported member, undefined for the module itself, `*` for all of them without a name. */
  readonly member: string | undefined;
  readonly local: string;
  /** Where the name stands in the statement, with `as` and the local name. */
  readonly start: number;
  readonly end: number;
}

export type TextPart = { readonly literal: string } | { readonly expression: string };

export interface ConcatForm {
  readonly kind: 'sum' | 'template';
  readonly quote: string;
  readonly prefix: string;
}

export interface Helper {
  /** Name of the function; a call of it around the value is the fix. */
  readonly name: string;
  /** Template of the call, with `$value`. */
  readonly call: string;
  /** The function, indented as at the top level; may hold `@{library}` references. `$quote` is the file's quote. */
  readonly text: string;
  /** Where it goes: after the imports, or as the last member of the class around the finding. */
  readonly place: 'after-imports' | 'class-member';
}
