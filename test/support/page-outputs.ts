import assert from 'node:assert/strict';
import { type FunctionIR, type ModuleIR, Op, type ValueId } from '../../server/src/ir/ir';
import { verify } from '../../server/src/ir/verify';
import { ESCAPES_NAME, PAGE } from '../../server/src/languages/page-model';

/** What a template writes: the value's text as it stands there, how it is escaped, and where in the page it goes. */
export function outputs(ir: ModuleIR, text: string): string[] {
  assert.deepEqual(verify(ir), []);
  const found: { at: number; line: string }[] = [];
  for (const fn of ir.functions) {
    for (let i = 0; i < fn.size; i++) {
      if (fn.ops[i] !== Op.Call || !isPageCall(ir, fn, fn.a[i], 'write')) continue;
      // Where the code of a page is broken, so may be what stands around it.
      if (fn.c[i] < 3) continue;
      const [value, escapes, context] = [0, 1, 2].map((n) => fn.args[2 * (fn.b[i] + n)]);
      const start = fn.start + fn.starts[i];
      const how = fn.ops[escapes] === Op.Const ? String(ir.constants[fn.a[escapes]].value) : nameOf(ir, fn, escapes);
      assert.ok(fn.start + fn.starts[value] >= 0 && fn.start + fn.ends[value] <= text.length);
      const where = fn.ops[context] === Op.Const ? String(ir.constants[fn.a[context]].value) : 'broken';
      const spelled = how === 'true' ? 'escaped' : how === 'false' ? 'raw' : how;
      found.push({ at: start, line: `${text.slice(start, fn.start + fn.ends[i])} | ${spelled} | ${where}` });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ line }) => line);
}

/** Front ends get at the page's library in the way of their language. */
function isPageCall(ir: ModuleIR, fn: FunctionIR, callee: ValueId, member: string): boolean {
  if (fn.ops[callee] === Op.Import && ir.strings[fn.a[callee]] === PAGE) return ir.strings[fn.b[callee]] === member;
  if (fn.ops[callee] !== Op.Field || ir.strings[fn.b[callee]] !== member) return false;
  let from = fn.a[callee];
  while (fn.ops[from] === Op.Copy) from = fn.a[from];
  return ir.strings[fn.a[from]].endsWith(PAGE);
}

function nameOf(ir: ModuleIR, fn: FunctionIR, value: ValueId): string {
  if (fn.ops[value] !== Op.Global) return 'computed';
  return ir.strings[fn.a[value]] === ESCAPES_NAME ? 'engine' : ir.strings[fn.a[value]];
}

/** Broken, deep and long texts of a family: each gives a module, in time that grows with the text. */
export function endures(read: (text: string) => unknown, piece: string, opening: string): void {
  for (let cut = 0; cut <= piece.length; cut += 2) read(piece.slice(0, cut));
  for (let cut = 1; cut <= piece.length; cut += 2) read(piece.slice(cut));
  const time = (count: number): number => {
    const text = piece.repeat(count);
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  time(200);
  const [few, many] = [Math.max(time(300), 2), time(3000)];
  assert.ok(many < few * 60, `${few} ms for 300, ${many} ms for 3000`);
  read(opening.repeat(5000));
}
