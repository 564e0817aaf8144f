import { IterKind, Tag } from '../ir/ir';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { emptyState, type HeapObject, type ObjectState, type Slot } from './heap';
import { readElement } from './members';
import { Flag, join, objectValue, SCALAR, type Taint, UNKNOWN, type Value, withNodes, withTaints } from './value';

export function makeObject(evaluation: Evaluation, frame: Frame, i: number): Value {
  const { fn, module } = frame;
  const fields = new Map<string, Slot>();
  let isOpen = false;
  let rest: Value | undefined;
  const taints: Taint[] = [];
  for (let j = 0; j < fn.c[i]; j++) {
    const id = fn.args[2 * (fn.b[i] + j)];
    const tag = fn.args[2 * (fn.b[i] + j) + 1];
    const value = evaluation.value(frame, id);
    if (tag >= 0) {
      const slot = evaluation.slot(frame, id, value);
      fields.set(module.ir.strings[tag], taints.length > 0 ? { ...slot, over: [...taints] } : slot);
      continue;
    }
    if (value.objects.length === 1 && !value.objects[0].state.isOpen) {
      for (const [key, slot] of value.objects[0].state.fields) fields.set(key, slot);
    } else {
      for (const object of value.objects) for (const [key, slot] of object.state.fields) fields.set(key, slot);
      isOpen = true;
    }
    for (const object of value.objects) if (object.state.rest) rest = join(rest, object.state.rest);
    taints.push(...value.taints, ...value.objects.flatMap((object) => object.state.taints));
  }
  const state: ObjectState = { fields, rest, size: -1, taints, isOpen, text: undefined };
  const value = objectValue(evaluation.allocate('object', state));
  return withNodes(value, module.models.ofLiteral('object'));
}

export function makeArray(evaluation: Evaluation, frame: Frame, i: number): Value {
  const { fn, module } = frame;
  const kind = fn.a[i] === 1 ? 'tuple' : fn.a[i] === 2 ? 'set' : 'list';
  const fields = new Map<string, Slot>();
  let size = 0;
  let rest: Value | undefined;
  const taints: Taint[] = [];
  for (let j = 0; j < fn.c[i]; j++) {
    const id = fn.args[2 * (fn.b[i] + j)];
    const tag = fn.args[2 * (fn.b[i] + j) + 1];
    const value = evaluation.value(frame, id);
    if (tag === Tag.Positional && size >= 0) fields.set(String(size++), evaluation.slot(frame, id, value));
    else if (tag === Tag.Positional) rest = join(rest, value);
    else {
      rest = join(rest, readElement(evaluation, frame, id, value));
      taints.push(...value.taints);
      size = -1;
    }
  }
  const state: ObjectState = { fields, rest, size, taints, isOpen: size < 0, text: undefined };
  return withNodes(objectValue(evaluation.allocate(kind, state)), module.models.ofLiteral(kind));
}

export function iterate(evaluation: Evaluation, frame: Frame, i: number, value: Value, kind: IterKind): Value {
  // Going over keys and values, what a map holds is its values.
  const element = readElement(evaluation, frame, i, value, kind === IterKind.Entries);
  if (kind === IterKind.Values) return element;
  let keys: Value | undefined;
  let isClosed = value.objects.length > 0;
  for (const { state } of value.objects) {
    isClosed &&= !state.isOpen && state.rest === undefined;
    for (const key of state.fields.keys())
      keys = join(keys, { ...UNKNOWN, consts: [{ kind: 'string', value: key }], flags: Flag.Text });
  }
  const { objects } = value;
  const isList = objects.length > 0 ? objects.every(isSequence) : (value.flags & Flag.Text) !== 0;
  // Where something stands in a list is a number, whatever the list holds.
  const known = isClosed && keys ? keys : isList ? SCALAR : UNKNOWN;
  const key = isList ? known : withTaints(known, value.taints);
  if (kind === IterKind.Keys) return key;
  const fields = new Map<string, Slot>([
    ['0', evaluation.slot(frame, i, key)],
    ['1', evaluation.slot(frame, i, element)],
  ]);
  return objectValue(evaluation.allocate('tuple', { ...emptyState(false, 2), fields }));
}

function isSequence({ kind }: HeapObject): boolean {
  return kind === 'list' || kind === 'tuple';
}

export function restOf(evaluation: Evaluation, frame: Frame, i: number): Value {
  const { fn, module } = frame;
  const value = evaluation.value(frame, fn.a[i]);
  const left = new Set<string>();
  for (let j = 0; j < fn.c[i]; j++) left.add(module.ir.strings[fn.args[2 * (fn.b[i] + j) + 1]]);
  const fields = new Map<string, Slot>();
  let rest: Value | undefined;
  let isOpen = value.objects.length === 0;
  const taints = [...value.taints];
  for (const { state, kind } of value.objects) {
    const isList = kind === 'list' || kind === 'tuple';
    const skip = isList ? left.size : 0;
    for (const [key, slot] of state.fields) {
      if (left.has(key)) continue;
      fields.set(isList && /^\d+$/.test(key) ? String(Number(key) - skip) : key, slot);
    }
    if (state.rest) rest = join(rest, state.rest);
    isOpen ||= state.isOpen;
    taints.push(...state.taints);
  }
  return withTaints(
    objectValue(evaluation.allocate('object', { fields, rest, size: -1, taints, isOpen, text: undefined })),
    value.taints,
  );
}
