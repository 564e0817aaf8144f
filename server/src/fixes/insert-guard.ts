import type { Fix } from './fix';
import { FixReader } from './reader';

/**
 * A guard before a handler: one more argument behind the path that the finding points at, or one more annotation below
 * the one that makes the route. The guard is one that the file has already.
 */
export const insertGuard: Fix = {
  id: 'insert-guard',
  propose(context) {
    const reader = FixReader.open(context);
    const guard = reader?.word('guard');
    if (!reader || !guard) return undefined;
    const { text, finding } = context;
    const before = text.slice(0, finding.start);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const written = text.slice(finding.start, finding.end);
    if (guard.startsWith('@') || /^\s*@$/.test(line) || written.startsWith('@')) {
      // Decorators and annotations stand on lines of their own.
      if (!/^\s*@?$/.test(line) || !/^[^\S\n]*\n/.test(text.slice(finding.end))) return undefined;
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      reader.insert(finding.end, `\n${indent}@${guard.replace(/^@/, '')}`);
    } else {
      if (!/^["'`]/.test(written) || !/^\s*,/.test(text.slice(finding.end))) return undefined;
      reader.insert(finding.end, `, ${guard}`);
    }
    return reader.propose(`Put ${guard.replace(/^@/, '')} before the handler`, 'review');
  },
};
