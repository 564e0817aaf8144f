import type { Selector } from '../facts/place';
import type { CompiledOption, Condition, ConfigEffect } from '../facts/resolve';
import { type Annotation, type Constant, type FunctionIR, Op } from '../ir/ir';
import { elementsOf, stateWhenUnset } from './configuration';
import type { Evaluation } from './evaluation';
import { emptyState, HeapObject, type Slot, unplaced } from './heap';
import { annotationNames } from './parameters';
import type { ClassPlace, ModuleEntry } from './program';
import { addConfig, ConfiguredThing, type OptionState, type Results } from './results';
import { constantValue, isWritten, objectValue, UNKNOWN, type Value } from './value';

/** What is configured without any call: by annotations, and by methods that override a check and do not check. */
export function declaredConfigs(evaluation: Evaluation, module: ModuleEntry, results: Results): void {
  for (const cls of module.ir.classes) {
    for (const annotation of cls.annotations) configureByAnnotation(module, annotation, 0, results);
    configureByOverriding(evaluation, { module, cls }, results);
    for (const field of cls.fields)
      for (const annotation of field.annotations) configureByAnnotation(module, annotation, 0, results, field.name);
  }
  const seen = new Set<ConfigEffect>();
  for (const { specifier, start, end } of module.ir.imports) {
    for (const effect of effectsOfImport(module, specifier)) {
      // Parts of a library that are imported one by one are one import of it.
      if (seen.has(effect)) continue;
      seen.add(effect);
      const thing = thingAt(effect, module, 0, start, end);
      for (const option of effect.options) thing.options.set(option.name, stateWhenUnset(module, option));
      addConfig(results, { thing, options: thing.options });
    }
  }
  for (const fn of module.ir.functions) {
    for (const annotation of fn.annotations) configureByAnnotation(module, annotation, fn.id, results);
  }
}

/** Things that are there once a library is imported, or a part of it. */
function* effectsOfImport(module: ModuleEntry, specifier: string): Generator<ConfigEffect> {
  for (let end = specifier.length; end > 0; end = lastSeparator(specifier, end)) {
    const library = specifier.slice(0, end);
    for (const effect of module.models.imported(library, undefined).effects) {
      if (effect.what !== 'config') continue;
      const { imported } = effect.spec;
      if (imported === true ? end === specifier.length : imported?.includes(library)) yield effect;
    }
  }
}

function lastSeparator(specifier: string, end: number): number {
  return Math.max(specifier.lastIndexOf('.', end - 1), specifier.lastIndexOf('/', end - 1));
}

// ---- annotations ---------------------------------------------------------------------------------------------------

interface Given {
  readonly value: Value;
  readonly text: string;
}

function configureByAnnotation(
  module: ModuleEntry,
  annotation: Annotation,
  functionId: number,
  results: Results,
  bound = '',
): void {
  for (const name of annotationNames(module, annotation)) {
    for (const effect of module.models.named(name).effects) {
      // The call of a decorator does not know what it stands on.
      if (effect.what !== 'config' || isEvaluated(module, annotation, results, bound)) continue;
      const pick = (selector: Selector): Given | undefined => argumentOf(annotation, selector);
      if (!effect.conditions.every((condition) => holds(condition, pick) !== condition.negated)) continue;
      const thing = thingAt(effect, module, functionId, annotation.start, annotation.end, bound);
      for (const option of effect.options) thing.options.set(option.name, optionState(module, option, pick));
      addConfig(results, { thing, options: thing.options });
    }
  }
}

/** Where decorators are calls, the call has been evaluated. */
function isEvaluated(module: ModuleEntry, { start, end }: Annotation, results: Results, bound: string): boolean {
  for (const list of results.configs.values()) {
    for (const { thing } of list) {
      const isNamed = bound === '' || thing.boundName !== '';
      if (thing.module === module && thing.start >= start && thing.end <= end && isNamed) return true;
    }
  }
  return false;
}

function argumentOf({ args }: Annotation, { what, index, name }: Selector): Given | undefined {
  const positional = args.filter((arg) => arg.name === undefined);
  const given = what === 'name' ? args.find((arg) => arg.name === name) : positional[index];
  return given && { value: writtenValue(given.text, given.value), text: given.text };
}

/** A literal as the front end reads it; a constant by its name; a list of these. */
function writtenValue(text: string, value: Constant['value']): Value {
  if (value !== undefined) {
    const kind = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    return constantValue({ kind, value });
  }
  const list = /^[{[](.*)[}\]]$/s.exec(text.trim());
  if (list) {
    const fields = new Map<string, Slot>();
    list[1].split(',').forEach((part, n) => {
      const literal = /^\s*"([^"\\]*)"\s*$/.exec(part)?.[1];
      const element = writtenValue(part.trim(), literal);
      fields.set(String(n), unplaced(element));
    });
    return objectValue(new HeapObject('list', { ...emptyState(false, fields.size), fields }, 0));
  }
  return /^[\w$.]+$/.test(text) ? constantValue({ kind: 'symbol', value: text }) : UNKNOWN;
}

function holds({ selector, values }: Condition, pick: (selector: Selector) => Given | undefined): boolean {
  const given = pick(selector);
  if (!given) return values.includes(undefined);
  return given.value.consts?.some((constant) => values.some((wanted) => isWritten(constant, wanted))) ?? false;
}

function optionState(
  module: ModuleEntry,
  option: CompiledOption,
  pick: (selector: Selector) => Given | undefined,
): OptionState {
  for (const way of option.ways) {
    const given = way.how === 'argument' ? pick(way.selector) : undefined;
    if (!given) continue;
    return {
      isSet: true,
      value: given.value,
      isKnown: given.value !== UNKNOWN,
      text: given.text,
      start: -1,
      end: -1,
      elements: elementsOf(given.value),
      literalInstruction: -1,
    };
  }
  return stateWhenUnset(module, option);
}

function thingAt(
  effect: ConfigEffect,
  module: ModuleEntry,
  functionId: number,
  start: number,
  end: number,
  bound = '',
): ConfiguredThing {
  return new ConfiguredThing(
    effect,
    module,
    functionId,
    -1,
    start,
    end,
    module.slice(start, end).split('(')[0],
    bound,
    {},
  );
}

// ---- methods that do not do what they are there for ----------------------------------------------------------------

function configureByOverriding(evaluation: Evaluation, { module, cls }: ClassPlace, results: Results): void {
  const { configsByOverride } = module.models;
  if (configsByOverride.size === 0 || cls.isInterface) return;
  for (const id of cls.methods) {
    const fn = module.ir.functions[id];
    const overrides = configsByOverride.get(fn.name);
    if (!overrides) continue;
    const { nodes } = evaluation.program.superclassesOf({ module, cls });
    for (const { type, effect } of overrides) {
      if (!type.ids.some((node) => nodes.ids.includes(node)) || !hasBody(module, fn, effect)) continue;
      const thing = thingAt(effect, module, fn.id, fn.nameStart, fn.nameEnd);
      for (const option of effect.options) thing.options.set(option.name, stateWhenUnset(module, option));
      addConfig(results, { thing, options: thing.options });
    }
  }
}

function hasBody(module: ModuleEntry, fn: FunctionIR, { spec }: ConfigEffect): boolean {
  // A declaration only.
  if (/;\s*$/.test(module.textIn(fn, fn.start, fn.end))) return false;
  return spec.body === 'true' ? answersTrue(module, fn) : doesNothing(fn);
}

const DOES_SOMETHING: ReadonlySet<Op> = new Set([
  Op.Call,
  Op.New,
  Op.Throw,
  Op.If,
  Op.SetField,
  Op.SetIndex,
  Op.StoreCell,
  Op.Opaque,
]);

function doesNothing({ ops }: FunctionIR): boolean {
  return !ops.some((op) => DOES_SOMETHING.has(op));
}

function answersTrue(module: ModuleEntry, { ops, a, size }: FunctionIR): boolean {
  let answers = 0;
  for (let i = 0; i < size; i++) {
    if (ops[i] === Op.Throw) return false;
    if (ops[i] !== Op.Return) continue;
    if (a[i] < 0 || ops[a[i]] !== Op.Const || module.ir.constants[a[a[i]]].value !== true) return false;
    answers++;
  }
  return answers > 0;
}
