import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inProject = (...parts) => path.join(root, ...parts);

/** The file that `npm run package` makes and that launchers install. */
export const vsix = inProject('backend-security-coder.vsix');

/** Whether a script was started itself, rather than imported by another. */
export function isMain(importMeta) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(importMeta.url);
}
