import type { ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';

export function brokenCode(cx: Lowering, n: number): ValueId[] {
  const values: ValueId[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (cx.dialect.statements[kind]) cx.statement(c);
    else if (cx.dialect.expressions[kind]) values.push(cx.expression(c));
    else if (cx.tree.firstNamedChild(c) >= 0) cx.statement(c);
  }
  return values;
}
