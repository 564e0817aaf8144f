import { spawnSync } from 'node:child_process';
import { cliFile, ensureBuilt } from '../support/built';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const words = [cliFile];

/** The command line as users have it: a process of its own. */
export function run(args: readonly string[], options: { cwd?: string; uid?: number } = {}): Outcome {
  ensureBuilt();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...words, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
    ...options,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}
