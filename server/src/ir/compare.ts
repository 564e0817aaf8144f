import type { Annotation, ClassIR, FunctionIR, ModuleIR } from './ir';

/**
 * Whether two modules that share their tables differ in nothing but the code of functions and in positions: they
 * declare the same, under the same numbers.
 */
export function sameDeclarations(a: ModuleIR, b: ModuleIR): boolean {
  return (
    a.strings === b.strings &&
    a.constants === b.constants &&
    a.language === b.language &&
    a.template === undefined &&
    b.template === undefined &&
    sameLists(a.functions, b.functions, sameHead) &&
    sameLists(a.classes, b.classes, sameClass) &&
    sameLists(a.imports, b.imports, (x, y) => x.specifier === y.specifier) &&
    sameLists(a.typeScope, b.typeScope)
  );
}

function sameHead(a: FunctionIR, b: FunctionIR): boolean {
  return (
    a.name === b.name &&
    a.kind === b.kind &&
    a.isAsync === b.isAsync &&
    a.isGenerator === b.isGenerator &&
    a.isStatic === b.isStatic &&
    a.isExported === b.isExported &&
    a.parent === b.parent &&
    a.owner === b.owner &&
    a.returnType === b.returnType &&
    sameLists(a.annotations, b.annotations, sameAnnotation) &&
    sameLists(
      a.params,
      b.params,
      (x, y) =>
        x.name === y.name &&
        x.type === y.type &&
        x.kind === y.kind &&
        x.hasDefault === y.hasDefault &&
        sameLists(x.annotations, y.annotations, sameAnnotation),
    )
  );
}

function sameClass(a: ClassIR, b: ClassIR): boolean {
  return (
    a.name === b.name &&
    a.qualifiedName === b.qualifiedName &&
    a.isInterface === b.isInterface &&
    a.isExported === b.isExported &&
    a.isPart === b.isPart &&
    sameLists(a.supertypes, b.supertypes) &&
    sameLists(a.methods, b.methods) &&
    sameLists(a.annotations, b.annotations, sameAnnotation) &&
    sameLists(
      a.fields,
      b.fields,
      (x, y) =>
        x.name === y.name &&
        x.type === y.type &&
        x.isStatic === y.isStatic &&
        sameLists(x.annotations, y.annotations, sameAnnotation),
    )
  );
}

function sameAnnotation(a: Annotation, b: Annotation): boolean {
  return (
    a.name === b.name &&
    a.end - a.start === b.end - b.start &&
    sameLists(a.args, b.args, (x, y) => x.name === y.name && x.value === y.value && x.text === y.text)
  );
}

/** Whether two functions of modules that share their tables do the same, wherever their instructions stand. */
export function sameCode(a: FunctionIR, b: FunctionIR): boolean {
  return (
    a.size === b.size &&
    sameNumbers(a.ops, b.ops) &&
    sameNumbers(a.a, b.a) &&
    sameNumbers(a.b, b.b) &&
    sameNumbers(a.c, b.c) &&
    sameNumbers(a.args, b.args) &&
    sameBindings(a.bindings, b.bindings) &&
    sameLists(a.cells, b.cells, (x, y) => x.name === y.name && sameLists(x.values, y.values)) &&
    a.loopPhis.size === b.loopPhis.size &&
    [...a.loopPhis].every(([loop, phis]) => sameLists(phis, b.loopPhis.get(loop) ?? []))
  );
}

/** Whether the instructions of two functions stand alike, as seen from where each function starts. */
export function samePositions(a: FunctionIR, b: FunctionIR): boolean {
  return (
    a.end - a.start === b.end - b.start &&
    a.nameStart - a.start === b.nameStart - b.start &&
    sameNumbers(a.starts, b.starts) &&
    sameNumbers(a.ends, b.ends) &&
    sameNumbers(a.bindings, b.bindings) &&
    sameLists(a.params, b.params, (x, y) => x.start === y.start && x.end === y.end)
  );
}

type Numbers = Uint8Array | Int32Array;

function sameNumbers(a: Numbers, b: Numbers): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Triples; the third one is a position. */
function sameBindings(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 3) if (a[i] !== b[i] || a[i + 1] !== b[i + 1]) return false;
  return true;
}

function sameLists<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean = Object.is): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}
