import { createNodeEngine } from '../node/engine';
import { runCli } from './program';

// A reader that has seen enough (`… | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), createNodeEngine).then((code) => {
  // Not `exit`, which would cut off what is still being written.
  process.exitCode = code;
});
