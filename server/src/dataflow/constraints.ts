import { SCALAR_MASK, sinkMask } from '../facts/resolve';
import type { Annotation, ConstantValue } from '../ir/ir';
import type { Evaluation } from './evaluation';
import { isStrictPattern, shownByAnswer } from './guards';
import { annotationNames } from './parameters';
import type { ClassPlace, ModuleEntry } from './program';
import { UNKNOWN } from './value';

const MAX_COMPOSITION = 3;

/**
 * Annotations with those that the declarations of the project's own annotations carry: a composed one means what it is
 * composed of.
 */
export function withComposed(
  evaluation: Evaluation,
  module: ModuleEntry,
  annotations: readonly Annotation[],
  depth = MAX_COMPOSITION,
): readonly Annotation[] {
  if (annotations.length === 0 || depth === 0) return annotations;
  const inner = annotations.flatMap((annotation) => {
    const place = declarationOf(evaluation, module, annotation);
    return place ? withComposed(evaluation, place.module, place.cls.annotations, depth - 1) : [];
  });
  return inner.length === 0 ? annotations : [...annotations, ...inner];
}

function declarationOf(evaluation: Evaluation, module: ModuleEntry, { name }: Annotation): ClassPlace | undefined {
  const [place] = evaluation.program.resolveType(module, name).classes;
  if (place) evaluation.dependencies.file(place.module.uri);
  return place;
}

/** Bits of the sinks that a value with these constraints cannot harm: whoever binds it has checked them. */
export function constraintMask(
  evaluation: Evaluation,
  module: ModuleEntry,
  annotations: readonly Annotation[],
  depth = MAX_COMPOSITION,
): number {
  let mask = 0;
  for (const annotation of annotations) {
    for (const name of annotationNames(module, annotation)) {
      for (const { cleans, pattern, validator } of module.models.constraints.get(name) ?? []) {
        if (cleans) mask |= sinkMask(cleans);
        if (pattern !== undefined) mask |= patternMask(argument(annotation, pattern)?.value);
        if (validator)
          mask |= validatorMask(evaluation, module, argument(annotation, validator.argument)?.text, validator.method);
      }
    }
    const place = depth > 0 ? declarationOf(evaluation, module, annotation) : undefined;
    if (place) mask |= constraintMask(evaluation, place.module, place.cls.annotations, depth - 1);
  }
  return mask;
}

function argument({ args }: Annotation, wanted: string): Annotation['args'][number] | undefined {
  return args.find(({ name }) => (name ?? 'value') === wanted);
}

const NO_CONTROL_CHARACTERS =
  /^\^?\[?(?:\\P\{(?:C|Cc|Cntrl)\}|\\p\{(?:Print|Graph|Alnum|Alpha)\}|\^(?:\\r|\\n|\\p\{(?:C|Cc|Cntrl)\})+)\]?(?:[+*]|\{[\d,]+\})\$?$/;

/** The whole text must fit. */
function patternMask(pattern: ConstantValue): number {
  if (typeof pattern !== 'string') return 0;
  if (isStrictPattern(`^(?:${pattern.replace(/^\^/, '').replace(/\$$/, '')})$`)) return SCALAR_MASK;
  return NO_CONTROL_CHARACTERS.test(pattern) ? sinkMask(['log', 'header']) : 0;
}

/** What the project's own check shows of what it accepts. */
function validatorMask(evaluation: Evaluation, module: ModuleEntry, text: string | undefined, method: string): number {
  const name = text
    ?.replace(/^\{|\}$/g, '')
    .replace(/\.class$/, '')
    .trim();
  if (!name) return 0;
  const [place] = evaluation.program.resolveType(module, name).classes;
  const fn = place?.cls.methods.map((id) => place.module.ir.functions[id]).find((one) => one.name === method);
  if (!place || !fn || !evaluation.canEnter(fn)) return 0;
  const cls = evaluation.classRefOf(place.module, place.cls.id);
  const closure = { module: place.module, fn, env: cls.env, cls, receiver: undefined };
  const activation = evaluation.activate(
    closure,
    UNKNOWN,
    fn.params.map(() => UNKNOWN),
    undefined,
  );
  return shownByAnswer(evaluation, activation, 0);
}
