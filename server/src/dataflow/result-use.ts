import { type FunctionIR, Op, type ValueId } from '../ir/ir';
import { valuesOf } from '../ir/operands';

const HANDS_ON: ReadonlySet<Op> = new Set([Op.Copy, Op.Await, Op.Cast, Op.Phi, Op.LoopPhi]);

/**
 * Whether the code that makes a call looks at a part of what the call gives (`verified`, `1`, `0.Valid`). Undefined
 * where the result, or what the part is in, goes elsewhere as a whole: somebody else may look.
 */
export function looksAtResult(
  fn: FunctionIR,
  strings: readonly string[],
  call: ValueId,
  path: readonly string[],
): boolean | undefined {
  let holders = [call];
  let goesElsewhere = false;
  for (const name of path) {
    const parts: ValueId[] = [];
    const seen = new Set(holders);
    for (const holder of seen) {
      goesElsewhere ||= isCaptured(fn, holder);
      for (const user of usersOf(fn, holder)) {
        if (HANDS_ON.has(fn.ops[user])) seen.add(user);
        else if (fn.ops[user] !== Op.Field) goesElsewhere = true;
        else if (strings[fn.b[user]] === name) parts.push(user);
      }
    }
    holders = parts;
  }
  if (holders.some((part) => isCaptured(fn, part) || usersOf(fn, part).length > 0)) return true;
  return goesElsewhere ? undefined : false;
}

/** Kept in a variable that inner functions see. */
function isCaptured(fn: FunctionIR, value: ValueId): boolean {
  return fn.cells.some(({ values }) => values.includes(value));
}

function usersOf(fn: FunctionIR, value: ValueId): ValueId[] {
  const users: ValueId[] = [];
  for (let i = 0; i < fn.size; i++) if (valuesOf(fn, i).includes(value)) users.push(i);
  return users;
}
