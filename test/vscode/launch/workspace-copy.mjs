import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { shop } from './paths.mjs';

/** A throw-away folder with a copy of the shop, outside the repository so that its ignore rules do not apply. */
export async function copyOfShop() {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'backend-security-')));
  const workspace = path.join(folder, 'shop');
  await fs.cp(shop, workspace, { recursive: true });
  return {
    folder,
    workspace,
    remove: () => fs.rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
