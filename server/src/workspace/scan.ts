import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Notice } from '../base/finding';
import {
  type Configuration,
  DEFAULT_CONFIGURATION,
  mergeSettings,
  parseTeamFile,
  type Settings,
  type SettingsProblem,
  TEAM_FILE,
} from './configuration';
import { SourceRoot } from './files';
import { createFilter } from './filter';
import { repositoryTop } from './ignore-rules';
import { uriOfPath } from './paths';
import type { Project } from './project';

export interface TeamFile {
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
}

/** The team file that speaks for a folder: in it, or above it up to the repository's top. */
export function findTeamFile(folder: string): string | undefined {
  const top = repositoryTop(folder) ?? folder;
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, TEAM_FILE);
    if (fs.existsSync(file)) return file;
    if (at === top || at === path.dirname(at)) return undefined;
  }
}

/** Throws when the file cannot be read. */
export function readTeamFile(file: string, ruleIds: readonly string[]): TeamFile {
  const text = fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  return { path: file, text, ...parseTeamFile(text, ruleIds) };
}

export function configurationOf(teamFile: TeamFile | undefined): Configuration {
  if (!teamFile) return DEFAULT_CONFIGURATION;
  return mergeSettings([{ settings: teamFile.settings, base: path.dirname(teamFile.path) }]);
}

/** Reads everything below the paths, files or folders, into the project. Returns what could not be read. */
export async function loadPaths(
  project: Project,
  paths: readonly string[],
  configuration: Configuration,
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  const options = {
    isSource: (uri: string) => project.isSource(uri),
    filter: createFilter(configuration.filters),
    onNotice: (notice: Notice) => notices.push(notice),
  };
  for (const one of paths) {
    if (fs.statSync(one).isDirectory()) {
      for (const file of new SourceRoot(one, options).walk()) await project.load(file, configuration.maxFileSize);
      continue;
    }
    // Somebody asked for this file: settings do not leave it out, but a language must read it.
    const file = new SourceRoot(path.dirname(one), { ...options, filter: () => true }).found(one);
    if (file) await project.load(file, configuration.maxFileSize);
    else notices.push({ uri: uriOfPath(one), message: 'Skipped: no language here reads this kind of file.' });
  }
  for (const [uri, message] of project.skipped) notices.push({ uri, message });
  return notices;
}

/** The folder that all paths lie in, which reports are relative to. */
export function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((one) => (fs.statSync(one).isDirectory() ? one : path.dirname(one)));
  let common = folders[0];
  for (const folder of folders.slice(1)) {
    while (folder !== common && !folder.startsWith(common.endsWith(path.sep) ? common : common + path.sep)) {
      common = path.dirname(common);
    }
  }
  return common;
}
