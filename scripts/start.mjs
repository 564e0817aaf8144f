import { ensureDependencies } from './lib/dependencies.mjs';

// Needs nothing but Node until the packages are there, hence the late imports.
await ensureDependencies();
const { packageExtension } = await import('./package.mjs');
await packageExtension();
const { openShop } = await import('../test/vscode/launch/interactive.mjs');
await openShop();
