import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Notice } from '../../base/finding';
import { RULES } from '../../rules/index.generated';
import { type Configuration, describePlace } from '../../workspace/configuration';
import { uriOfPath } from '../../workspace/paths';
import { Project } from '../../workspace/project';
import { commonFolder, configurationOf, findTeamFile, loadPaths, readTeamFile } from '../../workspace/scan';
import { UserError } from './errors';
import type { CreateEngine } from './program';

export interface Loaded {
  readonly project: Project;
  /** Folder that reports are relative to. */
  readonly root: string;
  readonly notices: readonly Notice[];
}

/** Everything that commands have in common: paths, settings, an engine that knows the files. */
export async function load(
  words: readonly string[],
  config: string | undefined,
  createEngine: CreateEngine,
): Promise<Loaded> {
  const paths = words.map(existingPath);
  const root = commonFolder(paths);
  const configuration = readConfiguration(config, root);
  const { profile, rules: severities } = configuration;
  // Whoever runs the command line on a checkout has chosen to believe its team file and its comments.
  const project = new Project(await createEngine(), { profile, severities, trusted: true });
  const notices = await loadPaths(project, paths, configuration);
  return { project, root, notices };
}

/** A path as people at this terminal write it. */
export function displayName(uri: string, file: string): string {
  const relative = path.relative(process.cwd(), file);
  return file === '' ? uri : relative === '' ? '.' : relative.startsWith('..') ? file : relative;
}

function existingPath(word: string): string {
  const file = path.resolve(word);
  if (!fs.existsSync(file)) throw new UserError(`There is no file or folder called ${word}.`);
  return file;
}

function readConfiguration(config: string | undefined, root: string): Configuration {
  const file = config === undefined ? findTeamFile(root) : existingPath(config);
  if (file === undefined) return configurationOf(undefined);
  const ids = RULES.map(({ id }) => id);
  const teamFile = readTeamFile(file, ids);
  if (teamFile.problems.length > 0) {
    const name = displayName(uriOfPath(file), file);
    const lines = teamFile.problems.map(
      ({ message, start }) => `${describePlace(name, teamFile.text, start)}: ${message}`,
    );
    throw new UserError(`the team file has mistakes\n${lines.join('\n')}`);
  }
  return configurationOf(teamFile);
}
