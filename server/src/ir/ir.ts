/**
 * The one intermediate representation every front end lowers to: plain data, structured control flow, values in SSA form.
 *
 * A function is a list of instructions in flat columns. An instruction's index is the value it produces (`ValueId`).
 * Control flow stays structured (`If … Else … EndIf`, `Loop … EndLoop`, `Try … EndTry`, `Block … EndBlock`), so one
 * walk from the first to the last instruction visits every value after the values it is made of, and a condition that
 * folds can switch off the code it guards.
 *
 * Positions are UTF-16 offsets relative to the function's start, so that an edit above a function leaves it unchanged.
 */

/** Index of the instruction that produces the value; -1 is "no value". */
export type ValueId = number;
export const NONE: ValueId = -1;

export enum Op {
  /** Nothing; left where an instruction was withdrawn. */
  Nop,
  /** a: index into `ModuleIR.constants`. */
  Const,
  /** a: index into `FunctionIR.params`. */
  Param,
  /** The receiver: `this`, `self`, `cls`. */
  This,
  /** a: name. A name that nothing in the file declares (`console`, `eval`, `open`). */
  Global,
  /** a: specifier, b: exported member's name or -1 for the module itself. */
  Import,
  /** a: name. A type used as a value (`Runtime` in `Runtime.getRuntime()`), resolved through the module's type scope. */
  TypeName,
  /** a: object, b: name. */
  Field,
  /** a: object, b: name, c: value. */
  SetField,
  /** a: object, b: key value. */
  Index,
  /** a: object, b: key value, c: value. */
  SetIndex,
  /** a: callee, b: first argument's position in `args`, c: number of arguments. A method call's callee is a `Field`. */
  Call,
  /** As `Call`, for an explicit instantiation (`new X()`). */
  New,
  /** b, c: entries; a tag >= 0 is the key's name, `Tag.Spread` copies another object in. Computed keys follow as `SetIndex`. */
  Object,
  /** b, c: elements; a: `ArrayKind`. */
  Array,
  /** b, c: the parts in order; a: `ConcatKind`. Literal parts are `Const` values with their own spans. */
  Concat,
  /** a, b: operands, c: operator's name in normal form (see `BINARY_OPERATORS`). */
  Binary,
  /** a: operand, c: operator's name: `!`, `-`, `+`, `~`, `typeof`, `delete`, `void`, `not`. */
  Unary,
  /** b, c: entries (value, instruction whose being reached makes that value possible, or -1 for always). */
  Phi,
  /** a: value before the loop, b: value at the end of the body, c: the `Loop` instruction. Evaluated when its loop is entered. */
  LoopPhi,
  /** a: same value under another name. */
  Copy,
  /** a: index into `ModuleIR.functions`: creates the closure. */
  Func,
  /** a: index into `ModuleIR.classes`: creates the class. */
  Class,
  /** a: function that owns the variable, b: index into that function's `cells`: reads a captured variable. */
  LoadCell,
  /** a, b as `LoadCell`, c: value. Written by a function that does not own the variable. */
  StoreCell,
  /** a: awaited value. */
  Await,
  /** a: yielded value. */
  Yield,
  /** a: iterable, c: `IterKind`: one element of it. */
  Iter,
  /** a: value, b: type name: a cast, an assertion or a declared variable type. Conversions are calls, not casts. */
  Cast,
  /** a: object, b, c: entries whose tags are the names left out: `...rest` of a destructuring. */
  Rest,
  /** The value a handler catches; b: type name or -1. */
  Caught,
  /** a: reason's name, b, c: children. What the front end cannot translate; taint flows through it. */
  Opaque,
  /** The module's exports object (`module.exports`, a Python module's namespace). */
  Exports,
  /** a: value: replaces the exports object as a whole. */
  SetExports,
  /** a: condition. */
  If,
  /** Reached when the first arm falls through. */
  Else,
  /** Reached when the second arm falls through. */
  EndIf,
  /** Opens a loop; a: 1 when the body runs at least once. */
  Loop,
  /** a: condition; leaves the innermost loop when false. */
  LoopTest,
  EndLoop,
  /** a: the `Loop`, `Block` or `Try` instruction that is left. */
  Break,
  /** a: the `Loop` instruction that starts over. */
  Continue,
  /** Opens a region that `Break` can leave. */
  Block,
  EndBlock,
  Try,
  /** Opens a handler of the innermost `Try`. */
  Catch,
  Finally,
  EndTry,
  /** a: value or -1. */
  Return,
  /** a: value or -1. */
  Throw,
}

export enum Tag {
  Positional = -1,
  Spread = -2,
  /** `**mapping` among arguments. */
  SpreadMap = -3,
}

export enum ArrayKind {
  List,
  Tuple,
  Set,
}

export enum ConcatKind {
  /** `a + b`, `a . b` */
  Plus,
  /** Template literals, f-strings, interpolation. */
  Template,
  /** `"… %s" % x`, `String.format`, `"…{}".format(x)`: literal parts are the text between the placeholders. */
  Format,
}

export enum IterKind {
  Values,
  Keys,
  Entries,
}

/** Operators after normalisation: the language's spelling is mapped to these. */
export const BINARY_OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '<<',
  '>>',
  '>>>',
  '&',
  '|',
  '^',
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
  'instanceof',
  '&&',
  '||',
  '??',
  '@',
  '<=>',
] as const; // prettier-ignore

export type ConstantValue = string | number | boolean | null | undefined;
export interface Constant {
  /** `symbol` is a library's named constant, by its qualified name: evaluation knows it, front ends never write it. */
  readonly kind:
    | 'string'
    | 'number'
    | 'boolean'
    | 'null'
    | 'undefined'
    | 'bytes'
    | 'char'
    | 'regex'
    | 'bigint'
    | 'symbol';
  /** A regular expression's value is its pattern; a char's is a one-character string. */
  readonly value: ConstantValue;
  /** Regular expression flags. */
  readonly flags?: string;
}

export interface Annotation {
  /** Resolved through the file's imports where possible: `org.springframework.web.bind.annotation.GetMapping`, `@nestjs/common#Query`, `Override`. */
  readonly name: string;
  readonly args: readonly { readonly name?: string; readonly value?: ConstantValue; readonly text: string }[];
  readonly start: number;
  readonly end: number;
}

export interface ParamIR {
  readonly name: string;
  /** Declared type as a type reference (see `TypeRef`), or ''. */
  readonly type: TypeRef;
  readonly kind: 'positional' | 'keyword' | 'rest' | 'rest-map';
  readonly hasDefault: boolean;
  readonly annotations: readonly Annotation[];
  /** Relative to the function's start. */
  readonly start: number;
  readonly end: number;
}

/**
 * A type as written, with names resolved as far as the file alone allows: `spec#Member` for an imported name
 * (JavaScript, Python), a qualified name for Java (`java.sql.Statement`), a bare name otherwise. Type arguments are
 * kept in angle brackets (`java.util.List<java.lang.String>`), arrays as `T[]`, unions as `A|B`. '' is unknown.
 */
export type TypeRef = string;

export interface Cell {
  readonly name: string;
  /** Every value the owner writes to the variable. */
  readonly values: ValueId[];
}

export interface FunctionIR {
  /** Index in `ModuleIR.functions`. */
  readonly id: number;
  readonly name: string;
  readonly kind: 'module' | 'function' | 'method' | 'constructor' | 'getter' | 'setter' | 'initializer';
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly isStatic: boolean;
  readonly isExported: boolean;
  /** The function whose code creates this one, -1 for the module's own code. */
  readonly parent: number;
  /** Class it is a member of, -1 for none. */
  readonly owner: number;
  readonly params: readonly ParamIR[];
  readonly returnType: TypeRef;
  readonly annotations: readonly Annotation[];
  /** Absolute offsets of the whole function and of its name (equal when it has none). */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly size: number;
  readonly ops: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Relative to `start`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Pairs (value, tag) that calls, objects, arrays, concatenations and phis point into; a position counts pairs. */
  readonly args: Int32Array;
  readonly cells: readonly Cell[];
  /** Triples (value, name, start of the target relative to the function): what the source calls a value. */
  readonly bindings: Int32Array;
  /** `LoopPhi` instructions by their `Loop` instruction. */
  readonly loopPhis: ReadonlyMap<number, readonly ValueId[]>;
}

export interface FieldIR {
  readonly name: string;
  readonly type: TypeRef;
  readonly isStatic: boolean;
  readonly annotations: readonly Annotation[];
}

export interface ClassIR {
  readonly id: number;
  readonly name: string;
  /** With package and enclosing classes where the language has them, else the bare name. */
  readonly qualifiedName: string;
  readonly isInterface: boolean;
  readonly isExported: boolean;
  /** It is declared in another file of the package; this one adds members to it. */
  readonly isPart: boolean;
  /** Superclass and interfaces. */
  readonly supertypes: readonly TypeRef[];
  /** Member functions, by index in `ModuleIR.functions`; overloads and accessors appear once each. */
  readonly methods: readonly number[];
  readonly fields: readonly FieldIR[];
  readonly annotations: readonly Annotation[];
  readonly start: number;
  readonly end: number;
}

export interface ImportIR {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
}

export interface CommentIR {
  readonly start: number;
  readonly end: number;
}

export interface TemplateIR {
  /** Which family of templates it is written in. */
  readonly kind: string;
  /** Signs around a comment that does not reach the page. */
  readonly comment: readonly [open: string, close: string];
  /** The function that writes the page. */
  readonly body: number;
  /** A name for all variables together. */
  readonly whole?: string;
  /** What is written into the page, in the order of the text. */
  readonly outputs: readonly OutputIR[];
}

/** A value that a template writes. Offsets are absolute. */
export interface OutputIR {
  /** The value's own span. */
  readonly start: number;
  readonly end: number;
  /** How it would be written so that it is harmless there: `escape` for HTML, `encode` for a script, `quote` the attribute. */
  readonly ways: Readonly<Partial<Record<'escape' | 'encode' | 'quote', readonly Replacement[]>>>;
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ModuleIR {
  readonly uri: string;
  readonly language: string;
  readonly strings: readonly string[];
  readonly constants: readonly Constant[];
  /** `functions[0]` is the module's own top-level code. */
  readonly functions: readonly FunctionIR[];
  readonly classes: readonly ClassIR[];
  readonly imports: readonly ImportIR[];
  /** Own package first, then wildcard imports: where bare type names may come from. */
  readonly typeScope: readonly string[];
  readonly comments: readonly CommentIR[];
  /** Spans that did not parse (absolute). */
  readonly errors: readonly { readonly start: number; readonly end: number }[];
  /** How often each reason became `Opaque`. */
  readonly opaque: Readonly<Record<string, number>>;
  /** Says that something was cut (nesting, parse deadline), in words for the user. */
  readonly partial: string | undefined;
  /**
   * Set for a template. Its body is what runs each time it is rendered; the body's first parameter holds the variables,
   * and names that nothing declares are looked up there.
   */
  readonly template?: TemplateIR;
  /** Length of the text in UTF-16 code units and its number of lines. */
  readonly length: number;
  readonly lines: number;
}
