import { MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Context } from './context';
import type { ServerStatus } from './server-process';

export function registerStatusBar(context: Context): void {
  const item = window.createStatusBarItem('backendSecurity.status', StatusBarAlignment.Left, 0);
  item.name = 'Backend Security';
  item.command = 'backendSecurity.showOutput';
  context.own(
    item,
    context.server.onStatus((status) => {
      item.text = `${icon(status)} ${label(status)}`;
      item.backgroundColor = status.state === 'error' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
      item.tooltip = tooltip(status);
      item.show();
    }),
  );
}

function icon(status: ServerStatus): string {
  switch (status.state) {
    case 'starting':
    case 'scanning':
      return '$(loading~spin)';
    case 'ready':
      return '$(shield)';
    case 'error':
      return '$(error)';
    case 'stopped':
      return '$(circle-slash)';
  }
}

function label(status: ServerStatus): string {
  switch (status.state) {
    case 'starting':
      return 'Security: starting';
    case 'scanning':
      return status.files === undefined ? 'Security: scanning' : `Security: scanning, ${count(status.files, 'file')}`;
    case 'ready':
      return status.findings === undefined ? 'Security' : `Security: ${count(status.findings, 'finding')}`;
    case 'error':
      return 'Security: problem';
    case 'stopped':
      return 'Security: stopped';
  }
}

function tooltip(status: ServerStatus): MarkdownString {
  const text = new MarkdownString(undefined, true);
  text.isTrusted = {
    enabledCommands: ['backendSecurity.scanWorkspace', 'backendSecurity.restart', 'backendSecurity.start'],
  };
  if (status.message !== undefined) text.appendText(status.message);
  else text.appendMarkdown(describe(status));
  const start = '[Start server](command:backendSecurity.start)';
  const running =
    '[Scan workspace](command:backendSecurity.scanWorkspace) · [Restart](command:backendSecurity.restart)';
  text.appendMarkdown(`\n\n${status.state === 'stopped' ? start : running}`);
  return text;
}

function describe(status: ServerStatus): string {
  if (status.state !== 'ready' || status.findings === undefined)
    return 'Looks for insecure backend code while you type.';
  return `${count(status.findings, 'finding')} in this workspace. Problems shows those of open files; a scan adds the others.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
