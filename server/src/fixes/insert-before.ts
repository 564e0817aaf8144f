import type { Fix } from './fix';
import { FixReader } from './reader';
import { insertBefore, terminated } from './statements';
import { expand } from './template';

/**
 * A statement that has to run first is put before the one that the finding is in. `$root` is the name that its place
 * begins with; `$parameter` is the parameter of the function, or of one around it, whose type the word `of` names.
 */
export const insertBeforeFix: Fix = {
  id: 'insert-before',
  propose(context) {
    const reader = FixReader.open(context);
    const { before, of } = reader?.anchor.words ?? {};
    if (!reader || !before) return undefined;
    const root = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(reader.slice(context.finding))?.[0];
    const parameter = of === undefined ? undefined : parameterOf(reader, of);
    if ((before.includes('$parameter') && !parameter) || (before.includes('$root') && !root)) return undefined;
    const text = expand(reader, before, { root, parameter }, reader.call(reader.instruction));
    if (text === undefined || !insertBefore(reader, context.finding.start, [terminated(reader, text)]))
      return undefined;
    return reader.propose('Do it first', 'safe');
  },
};

function parameterOf(reader: FixReader, type: string): string | undefined {
  const { functions } = reader.context.module;
  for (let fn = reader.fn; ; fn = functions[fn.parent]) {
    const found = fn.params.find((param) => param.type === type || param.type.endsWith(`.${type}`));
    if (found) return found.name;
    if (fn.parent < 0 || fn.id === fn.parent) return undefined;
  }
}
