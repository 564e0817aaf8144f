import { createConnection } from 'vscode-languageserver/node';
import { createNodeEngine } from '../node/engine';
import { startServer } from './server';

const connection = createConnection();

// No document and no mistake of ours takes the server down: what is left works on.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    connection.console.error(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
}

startServer(connection, createNodeEngine);
