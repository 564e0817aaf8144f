import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * Runs a program to its end and resolves with its exit code and, unless it inherits our output, what it wrote.
 * Standard input is always closed: nothing here may wait for a person.
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'];
    const child = spawn(command, args, { cwd, env, stdio, timeout: timeoutMs, shell: needsShell(command) });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Like `run`, but a non-zero exit is an error that shows what the program wrote. */
export async function runOrThrow(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}\n${output}`.trimEnd());
  return output;
}

/** On Windows npm and npx are batch files, which only a shell can start. */
function needsShell(command) {
  return process.platform === 'win32' && !command.endsWith('.exe') && command !== process.execPath;
}
