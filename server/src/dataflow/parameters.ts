import type { Declared } from '../facts/model';
import type { DeclaredEffect, NodeSet, RenderEffect, SinkEffect, SourceEffect } from '../facts/resolve';
import type { Annotation, FunctionIR, ParamIR } from '../ir/ir';
import { constraintMask, withComposed } from './constraints';
import { type Evaluation, shortened } from './evaluation';
import type { Frame } from './frame';
import { emptyState, HeapObject } from './heap';
import type { Closure, ModuleEntry } from './program';
import { classValue, Flag, objectValue, SCALAR, type TaintSource, UNKNOWN, type Value, withNodes } from './value';

/** What a method's receiver is when nobody in sight calls it. */
export function receiverOf(evaluation: Evaluation, closure: Closure): Value {
  const { cls, fn, module } = closure;
  if (!cls) return UNKNOWN;
  if (fn.isStatic) return classValue(cls);
  const isOwn = cls.env === undefined || cls.env.fn.kind === 'module';
  const object = isOwn
    ? evaluation.instanceOf(cls.module, cls.cls.id)
    : new HeapObject('instance', { ...emptyState(true) }, 0, cls);
  const { nodes } = evaluation.program.superclassesOf({ module, cls: cls.cls });
  return withNodes(objectValue(object), nodes);
}

/** Parameters by what their types, annotations and the model of who calls the function say. */
export function parameterValues(evaluation: Evaluation, closure: Closure, role: NodeSet | undefined): Value[] {
  const { fn, module } = closure;
  const convention = role && role.params.length > 0 ? undefined : conventionOf(module, fn);
  return fn.params.map((param, index) => {
    let nodes = module.models.none;
    for (const { of, target } of role?.params ?? []) {
      if (of === index || of === '*' || of === param.name) nodes = nodes.union(module.models.setOf([target]));
    }
    if (convention?.[index]) nodes = nodes.union(convention[index]);
    let value = typedParameter(evaluation, module, param);
    const isScalar = (value.flags & Flag.Scalar) !== 0;
    value = withNodes(value, nodes);
    if (value.nodes && value.objects.length === 0) {
      // What is written to it must be found again.
      value = { ...value, objects: [new HeapObject('opaque', emptyState(true, -1), 0)] };
    }
    const given = (value.nodes?.sources ?? []).filter(
      ({ except }) => !except || !isExcepted(evaluation, module, param, except),
    );
    const sources = [...given, ...declaredSources(evaluation, closure, param, index)];
    if (sources.length === 0 || isScalar || isConvertedByRoute(fn, param)) return value;
    const [source] = sources;
    return {
      ...value,
      consts: undefined,
      taints: [
        {
          source: {
            kind: source.kind,
            module,
            start: fn.start + param.start,
            end: fn.start + param.end,
            text:
              source.label ?? shortened(param.name || module.textIn(fn, fn.start + param.start, fn.start + param.end)),
            isLabelled: source.label !== undefined,
            part: partOf(module, fn, source),
          },
          clean: source.clean | constraintMask(evaluation, module, param.annotations),
          step: undefined,
          isGuess: false,
        },
      ],
    };
  });
}

/** Parameters of what a library exports: whoever calls it may have them from anywhere. */
export function givenByOthers({ module, fn }: Closure, values: readonly Value[]): Value[] {
  return values.map((value, index) => {
    if (value.flags & Flag.Scalar || value.taints.length > 0) return value;
    const param = fn.params[index];
    const start = fn.start + param.start;
    const source: TaintSource = {
      kind: 'library-input',
      module,
      start,
      end: fn.start + param.end,
      text: shortened(param.name || module.textIn(fn, start, fn.start + param.end)),
      isLabelled: false,
    };
    return { ...value, consts: undefined, taints: [{ source, clean: 0, step: undefined, isGuess: false }] };
  });
}

function partOf(module: ModuleEntry, fn: FunctionIR, { part, partWith }: SourceEffect): SourceEffect['part'] {
  return partWith === undefined || hasAnnotation(module, fn.annotations, partWith) ? part : undefined;
}

function isExcepted(
  evaluation: Evaluation,
  module: ModuleEntry,
  param: ParamIR,
  { exceptTypes, exceptWith }: Declared,
): boolean {
  if (exceptTypes && isOfType(module, param.type, exceptTypes)) return true;
  return (
    exceptWith !== undefined && hasAnnotation(module, withComposed(evaluation, module, param.annotations), exceptWith)
  );
}

/** A route that says which type a parameter has: `/items/<int:id>`, `/items/{id:int}`. */
function isConvertedByRoute(fn: FunctionIR, param: ParamIR): boolean {
  if (param.name === '') return false;
  return fn.annotations.some(({ args }) =>
    args.some(({ text }) => {
      for (const match of text.matchAll(/<(?:int|float|uuid)(?:\([^)]*\))?:(\w+)>|\{(\w+):(?:int|float|uuid)\}/g)) {
        if ((match[1] ?? match[2]) === param.name) return true;
      }
      return false;
    }),
  );
}

function typedParameter(evaluation: Evaluation, module: ModuleEntry, param: ParamIR): Value {
  if (param.kind === 'rest' || param.kind === 'rest-map') return UNKNOWN;
  if (param.type === '') return UNKNOWN;
  const type = evaluation.program.resolveType(module, param.type);
  if (type.isScalar) return SCALAR;
  let value = withNodes(UNKNOWN, type.nodes);
  if (type.isText) value = { ...value, flags: Flag.Text };
  if (type.classes.length > 0) {
    value = { ...value, objects: type.classes.map((place) => evaluation.instanceOf(place.module, place.cls.id)) };
  }
  return value;
}

/** Handlers are recognised by the names that everybody gives their parameters. */
function conventionOf(module: ModuleEntry, fn: FunctionIR): readonly NodeSet[] | undefined {
  let best: { readonly parameters: readonly string[]; readonly types: readonly NodeSet[] } | undefined;
  for (const convention of module.models.conventions) {
    const { parameters } = convention;
    if (parameters.length > fn.params.length || parameters.length <= (best?.parameters.length ?? 0)) continue;
    if (parameters.every((name, i) => fn.params[i].name === name && fn.params[i].type === '')) best = convention;
  }
  return best?.types;
}

function declaredSources(evaluation: Evaluation, closure: Closure, param: ParamIR, index: number) {
  const { fn, module } = closure;
  const found: SourceEffect[] = [];
  const consider = (effects: readonly DeclaredEffect[]): void => {
    for (const { declared, source } of effects) {
      if (!source || (declared.index !== undefined && declared.index !== index)) continue;
      if (isExcepted(evaluation, module, param, declared)) continue;
      found.push(source);
    }
  };
  for (const annotation of withComposed(evaluation, module, param.annotations))
    consider(byAnnotation(module, module.models.byParameterAnnotation, annotation));
  for (const annotation of withComposed(evaluation, module, fn.annotations))
    consider(byAnnotation(module, module.models.byFunctionAnnotation, annotation));
  const overrides = module.models.byOverride.get(fn.name);
  if (overrides && closure.cls) {
    const { nodes } = evaluation.program.superclassesOf({ module, cls: closure.cls.cls });
    for (const { type, effect } of overrides) if (type.ids.some((id) => nodes.ids.includes(id))) consider([effect]);
  }
  return found;
}

/** Sinks that annotations of a function or its class make of what it returns. */

export function declaredReturnSinks(evaluation: Evaluation, frame: Frame): readonly SinkEffect[] {
  return declaredReturns(evaluation, frame, ({ sink }) => sink);
}

/** Templates that a function names by what it returns. */
export function declaredRenders(evaluation: Evaluation, frame: Frame): readonly RenderEffect[] {
  return declaredReturns(evaluation, frame, ({ render }) => render);
}

function declaredReturns<T>(
  evaluation: Evaluation,
  frame: Frame,
  effectOf: (effect: DeclaredEffect) => T | undefined,
): readonly T[] {
  const { fn, module, cls } = frame;
  const { byReturn } = module.models;
  if (byReturn.size === 0 || (fn.annotations.length === 0 && !cls)) return [];
  const annotations = withComposed(evaluation, module, [...fn.annotations, ...(cls?.cls.annotations ?? [])]);
  const found: T[] = [];
  for (const annotation of annotations) {
    for (const one of byAnnotation(module, byReturn, annotation)) {
      const { declared } = one;
      const effect = effectOf(one);
      if (!effect || found.includes(effect)) continue;
      if (declared.andWith && !hasAnnotation(module, annotations, declared.andWith)) continue;
      if (declared.exceptWith && hasAnnotation(module, annotations, declared.exceptWith)) continue;
      if (declared.exceptSaying && saysOtherwise(module, annotations, declared.exceptSaying)) continue;
      if (declared.returnTypes && !declared.returnTypes.some((type) => sameType(module, fn.returnType, type))) continue;
      found.push(effect);
    }
  }
  return found;
}

/** `produces = "application/json"` of a handler, where the question is whether it answers with a page. */
function saysOtherwise(
  module: ModuleEntry,
  annotations: readonly Annotation[],
  { of, argument, unlike }: NonNullable<Declared['exceptSaying']>,
): boolean {
  const said = annotations
    .filter((annotation) => annotationNames(module, annotation).some((name) => of.includes(name)))
    .flatMap(({ args }) => args.filter(({ name }) => (name ?? 'value') === argument));
  return (
    said.length > 0 && !said.some(({ text }) => unlike.some((word) => text.toLowerCase().includes(word.toLowerCase())))
  );
}

function sameType(module: ModuleEntry, type: string, wanted: string): boolean {
  return type === wanted || (!wanted.includes('<') && isOfType(module, type, [wanted]));
}

/** Names that an annotation may have: as resolved, or as a member of what is in scope by wildcard. */
export function annotationNames(module: ModuleEntry, annotation: Annotation): readonly string[] {
  if (/[.#]/.test(annotation.name)) return [annotation.name];
  return [annotation.name, ...module.ir.typeScope.map((scope) => `${scope}.${annotation.name}`)];
}

export function byAnnotation<T>(
  module: ModuleEntry,
  map: ReadonlyMap<string, readonly T[]>,
  annotation: Annotation,
): readonly T[] {
  if (map.size === 0) return [];
  return annotationNames(module, annotation).flatMap((name) => map.get(name) ?? []);
}

export function hasAnnotation(
  module: ModuleEntry,
  annotations: readonly Annotation[],
  wanted: readonly string[],
): boolean {
  return annotations.some((annotation) => annotationNames(module, annotation).some((name) => wanted.includes(name)));
}

export function isOfType(module: ModuleEntry, type: string, wanted: readonly string[]): boolean {
  const bare = type.replace(/<.*$/, '').replace(/\[\]$/, '');
  if (wanted.includes(bare)) return true;
  return !/[.#]/.test(bare) && module.ir.typeScope.some((scope) => wanted.includes(`${scope}.${bare}`));
}
