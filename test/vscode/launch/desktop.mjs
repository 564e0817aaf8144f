import path from 'node:path';
import { runOrThrow } from '../../../scripts/lib/process.mjs';
import { vsix } from '../../../scripts/lib/project.mjs';
import { cache, hostExtension } from './paths.mjs';
import { findOnPath } from './system-packages.mjs';

/** A downloaded desktop VS Code, or undefined where there is no screen to open it on or the download is out of reach. */
export async function downloadDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(cache, 'desktop'), timeout: 10_000 });
  } catch (error) {
    console.log(`The desktop VS Code could not be downloaded (${error.message}); the embedded one takes its place.`);
    return undefined;
  }
}

export async function runInDesktop(executable, { suite, workspace, env, folder }) {
  const { resolveCliArgsFromVSCodeExecutablePath, runTests } = await import('@vscode/test-electron');
  const profile = [
    `--extensions-dir=${path.join(folder, 'extensions')}`,
    `--user-data-dir=${path.join(folder, 'user')}`,
  ];
  const [cli, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  await runOrThrow(cli, [...cliArguments, ...profile, '--install-extension', vsix], { quiet: true });
  await runTests({
    vscodeExecutablePath: executable,
    reuseMachineInstall: true,
    extensionDevelopmentPath: hostExtension,
    extensionTestsPath: suite,
    extensionTestsEnv: env,
    launchArgs: [workspace, ...profile, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
  }).catch(() => undefined); // Failed tests end the editor with an error; the results file tells which.
}

/** The user's own VS Code, if its command is on PATH. */
export const installedDesktop = () => findOnPath('code');
