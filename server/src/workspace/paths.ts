import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * One spelling for every file: editors and platforms escape characters and write drive letters differently, so what
 * comes from outside goes through here before it is compared with anything.
 */
export function uriOfPath(file: string): string {
  return pathToFileURL(file).href.replace(
    /^file:\/\/\/([A-Z]):/,
    (_, drive: string) => `file:///${drive.toLowerCase()}:`,
  );
}

/** Undefined for what is not a file on disk (`untitled:…`). */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function normalizeUri(uri: string): string {
  const file = pathOfUri(uri);
  return file === undefined ? uri : uriOfPath(file);
}

/** Relative to a folder, with forward slashes; undefined when the file is not below it. */
export function relativePath(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  return toSlashes(relative);
}

export function toSlashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}
