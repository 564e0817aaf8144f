import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../../package.json';
import type { Engine } from '../../workspace/project';
import { UserError } from './errors';
import { runFix } from './fix';
import { runRoutes } from './routes';
import { runRules } from './rules';
import { runScan } from './scan';

export type CreateEngine = () => Promise<Engine>;

/** 0: clean, 1: findings at the threshold, 2: something went wrong. */
export type ExitCode = 0 | 1 | 2;

/** The command line, from its words to an exit code. Everything that goes wrong ends as one line of text and a 2. */
export async function runCli(words: readonly string[], createEngine: CreateEngine): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(createEngine, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`backend-security-coder: ${describe(error)}\n`);
    return 2;
  }
}

function createProgram(createEngine: CreateEngine, done: (code: ExitCode) => void): Command {
  const program = new Command('backend-security-coder')
    .description('Finds insecure backend code by following values from where they enter to where they do harm.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help tells what there is)');
  // Subcommands inherit what was set before they are made.
  program
    .command('scan')
    .description('Analyse files and folders and report what is insecure.')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json', 'sarif']).default('text'))
    .option('--output <file>', 'write the report to a file')
    .addOption(
      new Option('--fail-on <severity>', 'least severity that makes the exit code 1')
        .choices(['error', 'warning', 'never'])
        .default('warning'),
    )
    .option('--config <file>', 'team file to use instead of the .backend-security.json found')
    .option('--stats', 'tell on stderr what was read, how fast, and what could not be translated')
    .action(async (paths: string[], options) => done(await runScan(paths, options, createEngine)));
  program
    .command('fix')
    .description('Apply the fixes that are safe and were proven by analysing the fixed code.')
    .argument('[paths...]', 'files and folders', ['.'])
    .option('--dry-run', 'print the changes as a diff instead of making them')
    .option('--config <file>', 'team file to use instead of the .backend-security.json found')
    .action(async (paths: string[], options) => done(await runFix(paths, options, createEngine)));
  program
    .command('routes')
    .description('List the routes with what guards them.')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(new Option('--format <format>', 'how to list').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'team file to use instead of the .backend-security.json found')
    .action(async (paths: string[], options) => runRoutes(paths, options, createEngine));
  program
    .command('rules')
    .description('List the rules.')
    .addOption(new Option('--format <format>', 'how to list').choices(['text', 'json']).default('text'))
    .action((options) => runRules(options));
  return program;
}

function describe(error: unknown): string {
  if (error instanceof UserError || error instanceof InvalidArgumentError) return error.message;
  if (!(error instanceof Error)) return String(error);
  // What the system says is clear enough (`EACCES: permission denied, open 'out.sarif'`); a mistake of ours is not.
  return 'code' in error ? error.message : (error.stack ?? error.message);
}
