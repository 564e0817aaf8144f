import { window, workspace } from 'vscode';
import { type SuppressCommandArgument, suppressCommand, suppressRequest } from '../../../server/src/protocol';
import type { Context } from '../context';

/** Asks for the reason first: a suppression that nobody can judge later is worth little. */
export function registerSuppress(context: Context): void {
  context.command(suppressCommand, async (finding: SuppressCommandArgument) => {
    const reason = await window.showInputBox({
      title: `Suppress ${finding.ruleId}`,
      prompt: 'Why is this safe here? The reason stays in the code beside the suppression.',
      validateInput: (text) => (text.trim() === '' ? 'A suppression needs a reason.' : undefined),
    });
    if (reason === undefined) return;
    const edit = await context.server.request(suppressRequest, { ...finding, reason: reason.trim() });
    if (!edit) {
      window.showInformationMessage('Backend Security: this finding is no longer there.');
      return;
    }
    await workspace.applyEdit(await context.server.client.protocol2CodeConverter.asWorkspaceEdit(edit));
  });
}
