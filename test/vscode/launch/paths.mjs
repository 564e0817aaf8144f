import { inProject } from '../../../scripts/lib/project.mjs';

/** Everything that a test run downloads, builds or leaves behind; ignored by git. */
export const cache = inProject('test/vscode/.cache');

/** The embedded editor's packages, as its lock file names them. */
export const runtimeManifest = inProject('test/vscode/runtime');

/** An empty extension in whose name the suite runs, so that the product itself comes from its VSIX. */
export const hostExtension = inProject('test/vscode/host-extension');

/** The app that suites open. Each run works on a copy. */
export const shop = inProject('test/corpus/shop');
