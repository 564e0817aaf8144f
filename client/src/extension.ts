import { commands, type ExtensionContext } from 'vscode';
import { registerScanWorkspace } from './commands/scan-workspace';
import { registerServerCommands } from './commands/server-commands';
import { registerSuppress } from './commands/suppress';
import { Context } from './context';
import { registerStatusBar } from './status-bar';

let context: Context | undefined;

export function activate(extension: ExtensionContext): void {
  context = new Context(extension);
  registerStatusBar(context);
  registerServerCommands(context);
  registerScanWorkspace(context);
  registerSuppress(context);
  // Not awaited, so that activation costs the editor nothing; the command reports a failed start itself.
  void commands.executeCommand('backendSecurity.start');
}

export async function deactivate(): Promise<void> {
  await context?.dispose();
  context = undefined;
}
