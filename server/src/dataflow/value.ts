import type { NodeSet } from '../facts/resolve';
import type { RequestPart, Source } from '../facts/vocabulary';
import type { Constant } from '../ir/ir';
import type { HeapObject } from './heap';
import type { ClassRef, Closure, ModuleEntry } from './program';
import { bothPositions, type QueryPosition } from './query-position';
import type { StoreKey } from './stores';

/** Where an untrusted value enters; the same object for everything that comes from it. */
export interface TaintSource {
  readonly kind: Source;
  readonly module: ModuleEntry;
  /** Absolute offsets. */
  readonly start: number;
  readonly end: number;
  /** What messages call it: the source text (`req.query.id`) or the model's words. */
  readonly text: string;
  /** The text is a model's, not the source's: members read from it do not lengthen it. */
  readonly isLabelled: boolean;
  /** Of what was kept: the keys it may have been kept under, and the member that is read of it. */
  readonly stores?: readonly StoreKey[];
  readonly field?: string;
  /** The columns that a query asked for, where it names them. */
  readonly columns?: readonly string[] | undefined;
  /** Of what is found by its name: the name. */
  readonly name?: string;
  /** The part of the request that it is read from. */
  readonly part?: RequestPart | undefined;
}

/** One hop, linked from the latest back to the first. */
export interface TraceStep {
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
  readonly note: string;
  readonly previous: TraceStep | undefined;
  readonly length: number;
}

export interface Taint {
  readonly source: TaintSource;
  /** Bits of the sinks that it can no longer harm. */
  readonly clean: number;
  readonly step: TraceStep | undefined;
  /** Went through a call that nobody knows: it may be something looked up rather than something passed on. */
  readonly isGuess: boolean;
  /** Where in a page it was put: escaping for HTML is not enough there. */
  readonly context?: 'script' | 'attribute' | 'url' | 'style' | undefined;
  /** Where in a query it was put, as far as the text around it says. */
  readonly query?: QueryPosition | undefined;
  /** The part of a URL that it was put into. */
  readonly urlPart?: 'query' | 'user' | undefined;
  /** The part of an address with a fixed host that it was put into without an encoding. */
  readonly rawPart?: 'path' | 'query' | undefined;
}

/** Facts that hold for every concrete value an abstract one stands for. */
export const Flag = {
  /** It is a text. */
  Text: 1,
  /** A number, a boolean, nothing: cannot carry text of an attacker's choice. */
  Scalar: 2,
} as const;

/**
 * What is known of an IR value. Immutable; what can change (fields, elements) is in heap objects. Every part is a set of
 * possibilities: joining two values unites them, and `consts` undefined means "any value".
 */
export interface Value {
  readonly consts: readonly Constant[] | undefined;
  readonly nodes: NodeSet | undefined;
  readonly taints: readonly Taint[];
  readonly objects: readonly HeapObject[];
  readonly closures: readonly Closure[];
  readonly classes: readonly ClassRef[];
  readonly flags: number;
  /** What a text begins with on every path. */
  readonly prefix: string | undefined;
}

const NOTHING: readonly never[] = [];
const MAX_CONSTANTS = 8;
const MAX_TAINTS = 6;
const MAX_CHOICES = 8;

export const UNKNOWN: Value = {
  consts: undefined,
  nodes: undefined,
  taints: NOTHING,
  objects: NOTHING,
  closures: NOTHING,
  classes: NOTHING,
  flags: 0,
  prefix: undefined,
};

export const SCALAR: Value = { ...UNKNOWN, flags: Flag.Scalar };
export const TEXT: Value = { ...UNKNOWN, flags: Flag.Text };
export const UNDEFINED: Value = { ...SCALAR, consts: [{ kind: 'undefined', value: undefined }] };
export const NULL: Value = { ...SCALAR, consts: [{ kind: 'null', value: null }] };

export function constantValue(constant: Constant): Value {
  const isText = constant.kind === 'string' || constant.kind === 'char';
  const isScalar = constant.kind === 'number' || constant.kind === 'boolean' || constant.kind === 'bigint';
  return {
    ...UNKNOWN,
    consts: [constant],
    flags: isText ? Flag.Text : isScalar || constant.value == null ? Flag.Scalar : 0,
    prefix: isText ? String(constant.value) : undefined,
  };
}

export function stringValue(text: string): Value {
  return constantValue({ kind: 'string', value: text });
}

export function numberValue(value: number): Value {
  return constantValue({ kind: 'number', value });
}

export function booleanValue(value: boolean): Value {
  return constantValue({ kind: 'boolean', value });
}

export function constantsValue(constants: readonly Constant[]): Value {
  if (constants.length === 0 || constants.length > MAX_CONSTANTS) return UNKNOWN;
  return constants
    .slice(1)
    .reduce((joined: Value, constant) => join(joined, constantValue(constant)), constantValue(constants[0])); // prettier-ignore
}

export function withTaints(value: Value, taints: readonly Taint[]): Value {
  if (taints === value.taints || (taints.length === 0 && value.taints.length === 0)) return value;
  return changed(value, value.consts, limited(taints));
}

/** A copy with other constants and taints, written out because a spread costs several times as much. */
function changed(value: Value, consts: Value['consts'], taints: readonly Taint[]): Value {
  return {
    consts,
    nodes: value.nodes,
    taints,
    objects: value.objects,
    closures: value.closures,
    classes: value.classes,
    flags: value.flags,
    prefix: value.prefix,
  };
}

/** Taint given to a value that had none or some: what is tainted is no known constant. */
export function addTaints(value: Value, taints: readonly Taint[]): Value {
  if (taints.length === 0) return value;
  const united = limited(uniteTaints(value.taints, taints));
  return united === value.taints && value.consts === undefined ? value : changed(value, undefined, united);
}

export function withNodes(value: Value, nodes: NodeSet): Value {
  if (nodes.isEmpty) return value;
  const united = value.nodes ? value.nodes.union(nodes) : nodes;
  if (united === value.nodes) return value;
  // Written out: this runs at almost every step, and a spread costs several times as much.
  return {
    consts: value.consts,
    nodes: united,
    taints: value.taints,
    objects: value.objects,
    closures: value.closures,
    classes: value.classes,
    flags: nodes.isText ? value.flags | Flag.Text : value.flags,
    prefix: value.prefix,
  };
}

/** Whether a constant is the one that a model writes: a library's constant goes by its last names. */
export function isWritten(constant: Constant, wanted: unknown): boolean {
  if (constant.kind !== 'symbol' || typeof wanted !== 'string') return constant.value === wanted;
  return constant.value === wanted || String(constant.value).endsWith(`.${wanted}`);
}

export function objectValue(object: HeapObject): Value {
  return { ...UNKNOWN, objects: [object] };
}

export function closureValue(closure: Closure): Value {
  return { ...UNKNOWN, closures: [closure] };
}

export function classValue(cls: ClassRef): Value {
  return { ...UNKNOWN, classes: [cls] };
}

export function join(a: Value | undefined, b: Value | undefined): Value {
  if (a === undefined) return b ?? UNKNOWN;
  if (b === undefined || a === b || covers(a, b)) return a;
  return {
    consts: joinConstants(a.consts, b.consts),
    nodes: a.nodes && b.nodes ? a.nodes.union(b.nodes) : (a.nodes ?? b.nodes),
    taints: limited(uniteTaints(a.taints, b.taints)),
    objects: unite(a.objects, b.objects),
    closures: unite(a.closures, b.closures),
    classes: unite(a.classes, b.classes),
    flags: joinFlags(a, b),
    prefix: commonPrefix(a.prefix, b.prefix),
  };
}

/** Whether the two are alike but for taint and objects, of which the second has nothing that the first has not. */
function covers(a: Value, b: Value): boolean {
  return (
    (a.consts === b.consts || a.consts === undefined) &&
    (b.nodes === undefined || a.nodes === b.nodes) &&
    (b.taints.length === 0 || a.taints === b.taints) &&
    (b.objects.length === 0 || a.objects === b.objects) &&
    (b.closures.length === 0 || a.closures === b.closures) &&
    (b.classes.length === 0 || a.classes === b.classes) &&
    a.flags === b.flags &&
    (a.prefix === undefined || a.prefix === b.prefix)
  );
}

/** Nothing (`null`) says nothing about what else the value may be: `let x = null` is no text yet. */
function joinFlags(a: Value, b: Value): number {
  if (a.flags === b.flags) return a.flags;
  if (isNothing(a)) return b.flags;
  if (isNothing(b)) return a.flags;
  return a.flags & b.flags;
}

export function isNothing(value: Value): boolean {
  return (
    value.consts !== undefined && value.consts.length > 0 && value.consts.every((constant) => constant.value == null)
  );
}

function joinConstants(
  a: readonly Constant[] | undefined,
  b: readonly Constant[] | undefined,
): readonly Constant[] | undefined {
  if (!a || !b) return undefined;
  const united = [...a];
  for (const constant of b) if (!united.some((known) => sameConstant(known, constant))) united.push(constant);
  return united.length > MAX_CONSTANTS ? undefined : united;
}

export function sameConstant(a: Constant, b: Constant): boolean {
  return a.kind === b.kind && Object.is(a.value, b.value) && a.flags === b.flags;
}

function commonPrefix(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return a.slice(0, n);
}

function unite<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const added = b.filter((item) => !a.includes(item));
  if (added.length === 0) return a;
  return [...a, ...added].slice(0, MAX_CHOICES);
}

/** Of the same source, the less clean and then the shorter way is kept: a finding needs one explanation. */
export function uniteTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a.length === 0) return b;
  if (b.length === 0 || a === b) return a;
  let united: Taint[] | undefined;
  for (const taint of b) {
    const list: readonly Taint[] = united ?? a;
    const at = list.findIndex((known) => known.source === taint.source);
    if (at < 0) {
      united ??= [...a];
      united.push(taint);
      continue;
    }
    const known = list[at];
    if (known === taint) continue;
    const clean = known.clean & taint.clean;
    const query = bothPositions(known.query, taint.query);
    if (clean === known.clean && query === known.query && (known.isGuess === taint.isGuess || !known.isGuess)) continue;
    united ??= [...a];
    const better = clean === taint.clean ? taint : known;
    united[at] = { ...better, clean, query, isGuess: known.isGuess && taint.isGuess };
  }
  return united ?? a;
}

function limited(taints: readonly Taint[]): readonly Taint[] {
  if (taints.length <= MAX_TAINTS) return taints;
  // What somebody chose comes before what only has a name.
  const isLate = ({ source }: Taint): boolean => source.kind === 'secret' || source.kind === 'stored';
  return [...taints.filter((taint) => !isLate(taint)), ...taints.filter(isLate)].slice(0, MAX_TAINTS);
}

export function cleaned(taints: readonly Taint[], mask: number): readonly Taint[] {
  if (mask === 0 || taints.length === 0) return taints;
  return taints.map((taint) => ((taint.clean & mask) === mask ? taint : { ...taint, clean: taint.clean | mask }));
}

export function cleanedValue(value: Value, mask: number): Value {
  return value.taints.length === 0 ? value : { ...value, taints: cleaned(value.taints, mask) };
}

/** Whether any of a value's taints could still harm a sink. */
export function harms(taints: readonly Taint[], bit: number): boolean {
  return taints.some((taint) => (taint.clean & bit) === 0);
}

export function sameTaints(a: readonly Taint[], b: readonly Taint[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every(
    (taint, i) =>
      taint.source === b[i].source &&
      taint.clean === b[i].clean &&
      taint.query === b[i].query &&
      taint.isGuess === b[i].isGuess,
  );
}

/** Equality as far as loops need it: whether another round could learn more. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    sameTaints(a.taints, b.taints) &&
    a.nodes === b.nodes &&
    a.flags === b.flags &&
    a.prefix === b.prefix &&
    sameList(a.objects, b.objects) &&
    sameList(a.closures, b.closures) &&
    sameList(a.classes, b.classes) &&
    (a.consts === b.consts ||
      (a.consts !== undefined &&
        b.consts !== undefined &&
        a.consts.length === b.consts.length &&
        a.consts.every((constant, i) => sameConstant(constant, (b.consts as readonly Constant[])[i]))))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}

export function onlyString(value: Value | undefined): string | undefined {
  if (value?.consts?.length !== 1) return undefined;
  const [constant] = value.consts;
  return constant.kind === 'string' || constant.kind === 'char' ? String(constant.value) : undefined;
}

export function onlyNumber(value: Value | undefined): number | undefined {
  if (value?.consts?.length !== 1) return undefined;
  const [{ value: number }] = value.consts;
  return typeof number === 'number' ? number : undefined;
}

/** A constant used as a key: numbers and texts alike, as languages with one kind of key do. */
export function keyOf(value: Value | undefined): string | undefined {
  if (value?.consts?.length !== 1) return undefined;
  const [constant] = value.consts;
  return constant.value == null || constant.kind === 'regex' || constant.kind === 'symbol'
    ? undefined
    : String(constant.value);
}

/** True, false, or undefined when both are possible. */
export function truth(value: Value): boolean | undefined {
  if (value.consts && !value.consts.some(({ kind }) => kind === 'symbol')) {
    let yes = false;
    let no = false;
    for (const constant of value.consts) {
      if (isTruthy(constant)) yes = true;
      else no = true;
    }
    if (yes !== no) return yes;
    return undefined;
  }
  return undefined;
}

function isTruthy(constant: Constant): boolean {
  if (constant.kind === 'regex') return true;
  if (constant.kind === 'bigint') return constant.value !== '0' && constant.value !== 0;
  return Boolean(constant.value);
}
