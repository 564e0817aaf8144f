import type { At, Variable } from '../../ir/builder';
import { Op, type TypeRef, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { isText } from './lower-literals';
import { importedNames } from './lower-modules';
import { captureNames, targetNames } from './lower-patterns';
import { oldTarget } from './lower-statements';

/**
 * Python's scopes: a name that a function assigns anywhere belongs to the whole function, one that it only reads is
 * looked up outside. A class body has names of its own that its methods do not see.
 */

/** What a function's own code says about names, found before it is lowered. */
export interface OwnNames {
  /** Assigned names; true for those whose first value is a text by its looks. */
  readonly assigned: ReadonlyMap<string, boolean>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  readonly yields: boolean;
}

/** The kinds of nodes that `ownNames` looks at; all others are passed over. */
export const NAMING_KINDS = [
  'as_pattern',
  'assignment',
  'augmented_assignment',
  'case_clause',
  'class_definition',
  'except_clause',
  'for_statement',
  'function_definition',
  'global_statement',
  'import_from_statement',
  'import_statement',
  'lambda',
  'named_expression',
  'nonlocal_statement',
  'type_alias_statement',
  'yield',
] as const; // prettier-ignore

const NO_NAMES: ReadonlySet<string> = new Set();

export function ownNames(cx: Lowering, body: number): OwnNames {
  const { k, f, tree } = cx;
  const { kinds } = tree;
  const { naming } = cx.dialect;
  let globals = NO_NAMES;
  let nonlocals = NO_NAMES;
  let yields = false;
  const assigned = new Map<string, boolean>();
  const add = (name: string, text = false): void => {
    if (!assigned.has(name)) assigned.set(name, text);
  };
  const named = (n: number): void => {
    if (n >= 0) add(cx.source(n));
  };
  const end = cx.tree.lasts[body];
  for (let i = body + 1; i < end; ) {
    if (naming[kinds[i]] === 0) {
      i++;
      continue;
    }
    switch (kinds[i]) {
      case k.function_definition:
      case k.class_definition:
        named(cx.child(i, f.name));
        i = cx.tree.lasts[i];
        continue;
      case k.lambda:
        i = cx.tree.lasts[i];
        continue;
      case k.assignment: {
        const right = cx.child(i, f.right);
        // A type alone declares nothing that could be read.
        if (right < 0) break;
        const text = isText(cx, right);
        targetNames(cx, cx.child(i, f.left), (name) => add(name, text));
        break;
      }
      case k.augmented_assignment:
      case k.for_statement:
        targetNames(cx, cx.child(i, f.left), add);
        break;
      case k.named_expression:
        named(cx.child(i, f.name));
        break;
      case k.as_pattern:
        asNames(cx, i, add);
        break;
      case k.except_clause:
        targetNames(cx, oldTarget(cx, i), add);
        break;
      case k.case_clause:
        for (let c = cx.first(i); c >= 0; c = cx.after(c)) if (cx.kind(c) === k.case_pattern) captureNames(cx, c, add);
        break;
      case k.import_statement:
      case k.import_from_statement:
        for (const { local } of importedNames(cx, i)) add(local);
        break;
      case k.type_alias_statement: {
        const name = aliasName(cx, i);
        if (name !== undefined) add(name);
        break;
      }
      case k.global_statement:
        globals = new Set([...globals, ...listedNames(cx, i)]);
        break;
      case k.nonlocal_statement:
        nonlocals = new Set([...nonlocals, ...listedNames(cx, i)]);
        break;
      case k.yield:
        yields = true;
        break;
    }
    i++;
  }
  return { assigned, globals, nonlocals, yields };
}

/** The names of a `global` or `nonlocal` statement. */
export function listedNames(cx: Lowering, n: number): string[] {
  return cx.tree.namedChildren(n).map((name) => cx.source(name));
}

/** Declares the names that the function being built assigns. */
export function declareOwn(cx: Lowering, { assigned, globals, nonlocals }: OwnNames): void {
  const isModule = cx.fn === cx.moduleFn;
  if (globals.size > 0 && !isModule) cx.frame.globals = globals;
  for (const [name, text] of assigned) {
    if (!isModule && (globals.has(name) || nonlocals.has(name))) continue;
    const variable = cx.fn.declare(name, { functionScope: true });
    if (text) cx.textVariables.add(variable);
  }
}

/** `with a as b`, `except A as b`; a `case` pattern's own names are found from the pattern. */
function asNames(cx: Lowering, n: number, found: (name: string) => void): void {
  const alias = cx.child(n, cx.f.alias);
  if (alias >= 0) targetNames(cx, cx.first(alias), found);
}

/** The name that `type X = …` or `type X[T] = …` defines. */
export function aliasName(cx: Lowering, n: number): string | undefined {
  const left = cx.child(n, cx.f.left);
  return left < 0 ? undefined : /^\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(cx.source(left))?.[1];
}

/** The variable a name means, if anything in the file declares it. */
export function lookupName(cx: Lowering, name: string): Variable | undefined {
  const { frame } = cx;
  if (frame.globals?.has(name)) return cx.moduleFn.lookup(name);
  return frame.scope?.names.get(name) ?? cx.fn.lookup(name);
}

/** The value of a name, with the span of the place that reads it. */
export function readName(cx: Lowering, name: string, at: At): ValueId {
  const { frame, fn } = cx;
  if (frame.globals?.has(name)) {
    const variable = cx.moduleFn.lookup(name);
    if (variable) return fn.readVariable(variable, at);
  }
  const own = frame.scope?.names.get(name);
  if (own) return fn.emit(Op.Copy, at, fn.readVariable(own, at));
  if (fn.lookup(name) || cx.wildcards.length === 0 || BUILTINS.has(name)) return fn.read(name, at);
  return fromWildcards(cx, name, at);
}

/**
 * A name nothing declares comes from one of the modules that everything is imported from; the last one wins that has it
 * among what it offers.
 */
function fromWildcards(cx: Lowering, name: string, at: At): ValueId {
  const { fn } = cx;
  const candidates = cx.wildcards.slice(-MAX_WILDCARDS);
  let value = fn.import(candidates[0], name, at);
  for (const specifier of candidates.slice(1)) {
    const before = value;
    value = fn.conditional(
      fn.import(specifier, '__all__', at),
      at,
      () => fn.import(specifier, name, at),
      () => before,
    );
  }
  return value;
}

const MAX_WILDCARDS = 4;

/** Assigns a name. In a class's body it becomes a field of the class. */
export function writeName(cx: Lowering, name: string, value: ValueId, at: At, type: TypeRef = ''): void {
  const { fn, frame } = cx;
  const scope = frame.scope;
  if (scope && (scope.owner || scope.names.has(name))) {
    let variable = scope.names.get(name);
    if (!variable) {
      // Declared where no look-up finds it: methods do not see the names of their class.
      variable = fn.scoped(() => fn.declare(name, { type }));
      scope.names.set(name, variable);
    }
    fn.writeVariable(variable, value, at);
    return;
  }
  if (frame.globals?.has(name)) {
    const variable = cx.moduleFn.lookup(name) ?? cx.moduleFn.declare(name, { functionScope: true });
    fn.writeVariable(variable, value, at);
    return;
  }
  fn.write(name, value, at);
}

/** Runs code with names of its own: a comprehension. Its class's names stay visible. */
export function withOwnNames(cx: Lowering, names: readonly string[], body: () => void): void {
  const { fn, frame } = cx;
  const { scope } = frame;
  fn.scoped(() => {
    const own = names.map((name) => fn.declare(name));
    if (scope)
      frame.scope = { names: new Map([...scope.names, ...own.map((v) => [v.name, v] as const)]), owner: undefined };
    body();
  });
  frame.scope = scope;
}

/** What every module may use without importing it; such names do not come from `from m import *`. */
// biome-ignore format: a list to look things up in
const BUILTINS = new Set([
  'abs', 'aiter', 'all', 'anext', 'any', 'apply', 'ascii', 'basestring', 'bin', 'bool', 'breakpoint', 'buffer', 'bytearray', 'bytes',
  'callable', 'chr', 'classmethod', 'cmp', 'coerce', 'compile', 'complex', 'delattr', 'dict', 'dir', 'divmod', 'enumerate', 'eval', 'exec',
  'execfile', 'exit', 'file', 'filter', 'float', 'format', 'frozenset', 'getattr', 'globals', 'hasattr', 'hash', 'help', 'hex', 'id',
  'input', 'int', 'intern', 'isinstance', 'issubclass', 'iter', 'len', 'list', 'locals', 'long', 'map', 'max', 'memoryview', 'min', 'next',
  'object', 'oct', 'open', 'ord', 'pow', 'print', 'property', 'quit', 'range', 'raw_input', 'reduce', 'reload', 'repr', 'reversed', 'round',
  'set', 'setattr', 'slice', 'sorted', 'staticmethod', 'str', 'sum', 'super', 'tuple', 'type', 'unichr', 'unicode', 'vars', 'xrange', 'zip',
  'Ellipsis', 'NotImplemented', '__import__', '__name__', '__file__', '__doc__', '__package__', '__builtins__', '__class__', '__debug__',
  'ArithmeticError', 'AssertionError', 'AttributeError', 'BaseException', 'BlockingIOError', 'BrokenPipeError', 'BufferError',
  'ChildProcessError', 'ConnectionAbortedError', 'ConnectionError', 'ConnectionRefusedError', 'ConnectionResetError', 'EOFError',
  'EnvironmentError', 'Exception', 'ExceptionGroup', 'FileExistsError', 'FileNotFoundError', 'FloatingPointError', 'GeneratorExit',
  'IOError', 'ImportError', 'IndentationError', 'IndexError', 'InterruptedError', 'IsADirectoryError', 'KeyError', 'KeyboardInterrupt',
  'LookupError', 'MemoryError', 'ModuleNotFoundError', 'NameError', 'NotADirectoryError', 'NotImplementedError', 'OSError',
  'OverflowError', 'PermissionError', 'ProcessLookupError', 'RecursionError', 'ReferenceError', 'RuntimeError', 'StopAsyncIteration',
  'StopIteration', 'SyntaxError', 'SystemError', 'SystemExit', 'TabError', 'TimeoutError', 'TypeError', 'UnboundLocalError',
  'UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeError', 'ValueError', 'Warning', 'ZeroDivisionError', 'DeprecationWarning',
  'RuntimeWarning', 'UserWarning', 'FutureWarning', 'ImportWarning',
]);
