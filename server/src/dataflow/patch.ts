import { type ChangedRange, changedRange } from '../base/edit';
import { sameCode, sameDeclarations, samePositions } from '../ir/compare';
import { type Annotation, type FunctionIR, type ModuleIR, Op } from '../ir/ir';
import { isFixed, writesReceiver } from './function-facts';
import type { ModuleEntry } from './module-entry';
import { Positions } from './positions';

/** A function that no other one encloses, with those that it does. They move together. */
interface Group {
  readonly functions: number[];
  isFixed: boolean;
  isChanged: boolean;
}

/**
 * Carries an edit over to the functions of an entry, if it changed nothing but their code.
 *
 * Invariant (kept by `test/unit/analysis-incremental.test.ts`): results that rest on none of the returned functions are
 * what evaluating them again would give, once their positions are translated.
 */
export function applyPatch(entry: ModuleEntry, next: ModuleIR, text: string): ReadonlySet<FunctionIR> | undefined {
  const { ir } = entry;
  if (!entry.reads || !sameDeclarations(ir, next)) return undefined;
  const edit = changedRange(entry.text, text);
  const groups = groupsOf(ir);
  for (const group of groups) {
    if (group.isFixed) {
      if (!group.functions.every((id) => sameCode(ir.functions[id], next.functions[id]))) return undefined;
    } else group.isChanged = isChanged(group, ir, next, edit);
  }
  const changed = groups.filter((group) => group.isChanged);
  for (const { functions } of changed) {
    for (const id of functions) if (!isHidden(ir.functions[id], next.functions[id])) return undefined;
  }
  if (isReadByOthers(entry, changed, edit)) return undefined;

  let { top } = entry.positions;
  const replaced = new Set<FunctionIR>();
  for (const { functions } of changed) {
    const first = next.functions[functions[0]];
    const base = top - first.start;
    for (const id of functions) {
      replaceCode(ir.functions[id], next.functions[id], base);
      top = Math.max(top, next.functions[id].end + base);
      replaced.add(ir.functions[id]);
    }
    top++;
  }
  Object.assign(ir, {
    comments: next.comments,
    errors: next.errors,
    opaque: next.opaque,
    partial: next.partial,
    length: next.length,
    lines: next.lines,
  });
  const moving = groups.filter((group) => !group.isFixed).map(({ functions }) => ir.functions[functions[0]]);
  entry.positions = Positions.between(ir, next, moving, top);
  return replaced;
}

function groupsOf(ir: ModuleIR): Group[] {
  const groups: Group[] = [];
  const byFunction: Group[] = [];
  for (const fn of ir.functions) {
    const { id, parent } = fn;
    let group = parent > 0 ? byFunction[parent] : undefined;
    if (!group) {
      group = { functions: [], isFixed: isFixed(ir, fn), isChanged: false };
      groups.push(group);
    }
    group.functions.push(id);
    byFunction[id] = group;
  }
  return groups;
}

function isChanged({ functions }: Group, ir: ModuleIR, next: ModuleIR, edit: ChangedRange): boolean {
  const before = ir.functions[functions[0]];
  const after = next.functions[functions[0]];
  // What an instruction says may be in its text alone.
  if (after.start <= edit.newEnd && edit.start <= after.end) return true;
  return !functions.every((id) => {
    const a = ir.functions[id];
    const b = next.functions[id];
    return a.start - before.start === b.start - after.start && samePositions(a, b) && sameCode(a, b);
  });
}

/** Whether nobody can see the change who does not evaluate the function. */
function isHidden(before: FunctionIR, after: FunctionIR): boolean {
  return !storesToFile(before) && !storesToFile(after) && writesReceiver(before) === writesReceiver(after);
}

function storesToFile({ ops, a, size }: FunctionIR): boolean {
  for (let i = 0; i < size; i++) if (ops[i] === Op.StoreCell && a[i] === 0) return true;
  return false;
}

/** Whether somebody looked at a text with the edit in it other than from inside a function that has changed. */
function isReadByOthers({ reads, positions, current }: ModuleEntry, changed: readonly Group[], edit: ChangedRange) {
  const spans = changed.map(({ functions }) => current.functions[functions[0]]);
  if (!reads) return false;
  for (const [from, to] of reads) {
    const start = positions.findStart(from);
    const end = positions.findEnd(to);
    if (start === undefined || end === undefined) {
      // Of code that is no longer there; only that code itself had looked at it.
      reads.delete(from);
      continue;
    }
    if (end < edit.start || start > edit.oldEnd) continue;
    if (spans.some((span) => span.start <= start && end <= span.end && end - start < span.end - span.start)) continue;
    return true;
  }
  return false;
}

/** Annotations move with the function that they stand in. */
function replaceCode(fn: FunctionIR, next: FunctionIR, base: number): void {
  const moved = ({ annotations }: { annotations: readonly Annotation[] }, old: readonly Annotation[]): Annotation[] =>
    annotations.map((one, i) => {
      const isInside = next.start <= one.start && one.end <= next.end;
      return isInside ? { ...one, start: one.start + base, end: one.end + base } : old[i];
    });
  const isNameInside = next.start <= next.nameStart && next.nameEnd <= next.end;
  const { ops, a, b, c, starts, ends, args, cells, bindings, loopPhis, size } = next;
  Object.assign(fn, { ops, a, b, c, starts, ends, args, cells, bindings, loopPhis, size });
  Object.assign(fn, {
    start: next.start + base,
    end: next.end + base,
    params: next.params.map((param, i) => ({ ...param, annotations: moved(param, fn.params[i].annotations) })),
    annotations: moved(next, fn.annotations),
    ...(isNameInside && { nameStart: next.nameStart + base, nameEnd: next.nameEnd + base }),
  });
}
