import type { Context } from '../context';

export function registerServerCommands(context: Context): void {
  context.command('backendSecurity.start', () => context.server.start());
  context.command('backendSecurity.stop', () => context.server.stop());
  context.command('backendSecurity.restart', () => context.server.restart());
  context.command('backendSecurity.showOutput', async () => context.output.show());
}
