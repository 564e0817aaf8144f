import type { LineIndex } from '../base/span';

/** Counted from one, columns in UTF-16 units, the end exclusive: as people, terminals and SARIF count. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Undefined for a file whose text is not known. */
export function regionOf(
  lines: LineIndex | undefined,
  place: { readonly start: number; readonly end: number },
): Region | undefined {
  if (!lines) return undefined;
  const start = lines.offsetToPosition(place.start);
  const end = lines.offsetToPosition(place.end);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** The uri relative to the root's; as it is when it lies elsewhere. */
export function relativeUri(root: string, uri: string): string {
  if (uri.startsWith(root)) return uri.slice(root.length);
  return uri === root.replace(/\/$/, '') ? '.' : uri;
}

/** A uri as people read paths: relative to the root and without escapes. */
export function relativeName(root: string, uri: string): string {
  const relative = relativeUri(root, uri);
  try {
    return decodeURIComponent(relative);
  } catch {
    return relative;
  }
}
