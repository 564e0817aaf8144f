import { commands, window } from 'vscode';
import { type ScanResult, scanWorkspaceRequest } from '../../../server/src/protocol';
import type { Context } from '../context';

const showProblems = 'Show Problems';

export function registerScanWorkspace(context: Context): void {
  context.command('backendSecurity.scanWorkspace', async () => {
    await context.server.start();
    const result = await context.server.request(scanWorkspaceRequest, {});
    for (const { uri, reason } of result.skipped) context.output.info(`Skipped ${uri}: ${reason}`);
    announce(result);
  });
}

/** Not awaited by the command: a scan is done when its results are in, not when the user closes a message. */
async function announce(result: ScanResult): Promise<void> {
  const skipped = result.skipped.length === 0 ? '' : ` ${result.skipped.length} skipped, see the output.`;
  const message = `${result.findings} findings in ${result.files} files (${duration(result.ms)}).${skipped}`;
  const choice = await window.showInformationMessage(`Backend Security: ${message}`, showProblems);
  if (choice === showProblems) await commands.executeCommand('workbench.actions.view.problems');
}

function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
