import * as fs from 'node:fs';
import * as path from 'node:path';
import type { AnalysisHost, AnalysisOptions, FileReport } from '../../analysis/host';
import type { Notice } from '../../base/finding';
import { RULES } from '../../rules/index.generated';
import {
  type Configuration,
  DEFAULT_CONFIGURATION,
  mergeSettings,
  type Settings,
  TEAM_FILE,
} from '../../workspace/configuration';
import { type FoundFile, isManifest, SourceRoot, whySkipped } from '../../workspace/files';
import { createFilter } from '../../workspace/filter';
import { pathOfUri, relativePath } from '../../workspace/paths';
import { type Engine, Project } from '../../workspace/project';
import { findTeamFile, readTeamFile, type TeamFile } from '../../workspace/scan';
import { Documents, type OpenDocument } from './documents';
import { Pauses } from './slices';

interface Folder {
  readonly path: string;
  readonly root: SourceRoot;
  readonly configuration: Configuration;
  readonly teamFile: TeamFile | undefined;
}

const NO_SETTINGS: Settings = {};

export interface IndexWork {
  readonly onFile: (files: number) => void;
  readonly isCancelled: () => boolean;
  /** Has a host analyse everything it was given, without keeping messages waiting. */
  readonly settle: (host: AnalysisHost) => Promise<void>;
}

/** What the engine knows of the editor's folders and documents, kept up to date. */
export class Workspace {
  readonly documents: Documents;
  #project: Project;
  #folders: readonly Folder[] = [];
  #paths: readonly string[] = [];
  #editorSettings: Settings = NO_SETTINGS;
  #trusted: boolean;
  readonly #dirty = new Set<OpenDocument>();
  /** What the walk would say of open documents; asking the disk at every keystroke would be too much. */
  readonly #classified = new Map<string, FoundFile | undefined>();
  /** Files that changed while they were being read for the first time. */
  readonly #changedMeanwhile = new Set<string>();
  readonly #unreadable = new Map<string, Notice>();
  readonly #pauses = new Pauses();
  #turn: Promise<unknown> = Promise.resolve();
  #indexing: Promise<unknown> = Promise.resolve();

  /** Whether every file has been read once. */
  #isIndexed = false;

  constructor(
    private readonly engine: Engine,
    trusted: boolean,
  ) {
    this.#project = new Project(engine, { profile: 'recommended', severities: {}, trusted });
    this.documents = new Documents((uri) => this.project.isSource(uri));
    this.#trusted = trusted;
  }

  /** Another one once the workspace has been read. */
  get project(): Project {
    return this.#project;
  }

  /** Team files as they were last read. */
  get teamFiles(): readonly TeamFile[] {
    return this.#folders.flatMap(({ teamFile }) => teamFile ?? []);
  }

  /** Folders that could not be read. */
  get notices(): readonly Notice[] {
    return [...this.#unreadable.values()];
  }

  get trusted(): boolean {
    return this.#trusted;
  }

  /** Whether anything changed that decides which files are analysed; then they have to be read again. */
  configure(change: { paths?: readonly string[]; settings?: Settings; trusted?: boolean }): boolean {
    this.#paths = change.paths ?? this.#paths;
    this.#editorSettings = change.settings ?? this.#editorSettings;
    this.#trusted = change.trusted ?? this.#trusted;
    const before = describeScope(this.#folders);
    this.#folders = this.#paths.map((folder) => this.#createFolder(folder));
    this.project.host.configure(this.#options());
    this.#classified.clear();
    for (const document of this.documents.all()) this.#dirty.add(document);
    return before !== describeScope(this.#folders);
  }

  changed(document: OpenDocument): void {
    this.#dirty.add(document);
  }

  closed(document: OpenDocument): void {
    this.#dirty.delete(document);
    this.#classified.delete(document.uri);
    this.#inTurn(async () => {
      if (this.documents.get(document.uri)) return;
      this.project.close(document.uri);
      if (!(await this.#readFromDisk(document.uri))) this.project.remove(document.uri);
    });
  }

  /** The engine has every edit when this resolves. Cheap when there is none. */
  sync(): Promise<void> {
    return this.#inTurn(async () => {
      for (const document of [...this.#dirty]) {
        this.#dirty.delete(document);
        await this.#prepare(document);
      }
    });
  }

  /** A file changed on disk. Open documents are the editor's business. */
  fileChanged(uri: string): void {
    if (!this.#isIndexed) this.#changedMeanwhile.add(uri);
    this.#inTurn(async () => {
      if (!this.documents.get(uri) && !(await this.#readFromDisk(uri))) this.project.remove(uri);
      // Another branch may have changed thousands of files at once.
      await this.#pauses.pause();
    });
  }

  /** A file, or a folder with everything in it, is gone. */
  fileDeleted(uri: string): void {
    if (!this.#isIndexed) this.#changedMeanwhile.add(uri);
    this.#inTurn(async () => {
      if (isManifest(uri)) this.project.host.setManifest(uri, '');
      for (const known of this.project.uris()) {
        const isGone = known === uri || known.startsWith(`${uri}/`);
        if (isGone && !this.documents.get(known)) this.project.remove(known);
      }
    });
  }

  /** Whether a change of this file changes which files are analysed. */
  decidesScope(uri: string): boolean {
    const name = path.posix.basename(uri);
    return name === TEAM_FILE || name === '.gitignore';
  }

  /** Reads every file of the folders, pausing so that typing is served. Open documents stay as the editor has them. */
  index(work: IndexWork): Promise<void> {
    const indexed = this.#indexing.then(() => (this.#isIndexed ? this.#readAgain(work) : this.#readFirst(work)));
    this.#indexing = indexed.catch(() => undefined);
    return indexed;
  }

  /** What an editor is told of a file that is not analysed. */
  emptyReport(uri: string): FileReport {
    const reason = this.project.skipped.get(uri);
    return { uri, findings: [], notices: reason === undefined ? [] : [{ uri, message: reason }], partial: undefined };
  }

  /**
   * Every file that is added may change what names mean anywhere, so that each edit meanwhile would analyse everything
   * anew. The first time files are therefore read into a project of their own, which takes over when it is complete.
   */
  async #readFirst(work: IndexWork): Promise<void> {
    const next = new Project(this.engine, this.#options());
    await this.#walk(work, (file, maxFileSize) => next.load(file, maxFileSize));
    if (work.isCancelled()) return;
    await work.settle(next.host);
    await this.#inTurn(async () => {
      const previous = this.#project;
      this.#project = next;
      this.#isIndexed = true;
      next.host.configure(this.#options());
      for (const document of this.documents.all()) {
        previous.close(document.uri);
        await this.#prepare(document);
      }
    });
    for (const uri of this.#changedMeanwhile) this.fileChanged(uri);
    this.#changedMeanwhile.clear();
  }

  async #readAgain(work: IndexWork): Promise<void> {
    const seen = await this.#walk(work, (file, maxFileSize) =>
      this.#inTurn(async () => {
        if (!this.documents.get(file.uri)) await this.project.load(file, maxFileSize);
      }),
    );
    if (work.isCancelled()) return;
    for (const uri of this.project.uris()) {
      if (!seen.has(uri) && !this.documents.get(uri)) this.project.remove(uri);
    }
  }

  /** Returns the uris of what was read. */
  async #walk(
    { onFile, isCancelled }: IndexWork,
    read: (file: FoundFile, maxFileSize: number) => Promise<void>,
  ): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    this.#unreadable.clear();
    for (const folder of this.#folders) {
      for (const file of folder.root.walk()) {
        if (isCancelled()) return seen;
        seen.add(file.uri);
        await read(file, folder.configuration.maxFileSize);
        onFile(seen.size);
        await this.#pauses.pause();
      }
    }
    return seen;
  }

  async #prepare({ uri, content }: OpenDocument): Promise<void> {
    if (!this.documents.get(uri)) return;
    const file = pathOfUri(uri);
    const folder = file === undefined ? undefined : this.#folderOf(file);
    const found = folder && file !== undefined ? this.#classify(folder, file, uri) : undefined;
    if (folder && !found) {
      this.project.remove(uri);
      return;
    }
    const text = content.getText();
    const { maxFileSize } = folder?.configuration ?? DEFAULT_CONFIGURATION;
    const reason = whySkipped(file ?? uri, text, maxFileSize);
    if (reason === undefined) await this.project.setText(uri, text, { open: true, isTest: found?.isTest ?? false });
    else this.project.skip(uri, reason);
  }

  #classify(folder: Folder, file: string, uri: string): FoundFile | undefined {
    if (!this.#classified.has(uri)) this.#classified.set(uri, folder.root.classify(file));
    return this.#classified.get(uri);
  }

  async #readFromDisk(uri: string): Promise<boolean> {
    const file = pathOfUri(uri);
    const folder = file === undefined ? undefined : this.#folderOf(file);
    if (file === undefined || !folder || !fs.existsSync(file) || !(this.project.isSource(uri) || isManifest(file)))
      return false;
    const found = folder.root.classify(file);
    if (!found) return false;
    await this.project.load(found, folder.configuration.maxFileSize);
    return true;
  }

  /** The innermost folder that holds a file. */
  #folderOf(file: string): Folder | undefined {
    const holding = this.#folders.filter((folder) => relativePath(folder.path, file) !== undefined);
    return holding.sort((a, b) => b.path.length - a.path.length)[0];
  }

  #createFolder(folder: string): Folder {
    const teamFile = readTeamFileOf(folder);
    const layers = [{ settings: this.#editorSettings, base: folder }];
    // What a file of the workspace says may hide findings, so it counts once somebody trusts the workspace.
    if (teamFile && this.#trusted) layers.push({ settings: teamFile.settings, base: path.dirname(teamFile.path) });
    const configuration = mergeSettings(layers);
    const root = new SourceRoot(folder, {
      isSource: (uri) => this.project.isSource(uri),
      filter: createFilter(configuration.filters),
      onNotice: (notice) => this.#unreadable.set(notice.uri, notice),
    });
    return { path: folder, root, configuration, teamFile };
  }

  /** The engine has one set of rules: where folders differ, the last one decides. */
  #options(): AnalysisOptions {
    const layers = this.#folders.map(({ configuration }) => configuration);
    const { profile } = layers.at(-1) ?? mergeSettings([{ settings: this.#editorSettings, base: '/' }]);
    const severities = Object.assign({}, this.#editorSettings.rules, ...layers.map(({ rules }) => rules));
    return { profile, severities, trusted: this.#trusted };
  }

  /** One at a time and in the order asked for: each change awaits a grammar that may have to be read first. */
  #inTurn(action: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(action);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

function readTeamFileOf(folder: string): TeamFile | undefined {
  const file = findTeamFile(folder);
  if (file === undefined) return undefined;
  try {
    return readTeamFile(
      file,
      RULES.map(({ id }) => id),
    );
  } catch (error) {
    const message = `The file cannot be read: ${(error as Error).message}`;
    return { path: file, text: '', settings: {}, problems: [{ message, start: 0, end: 0 }] };
  }
}

function describeScope(folders: readonly Folder[]): string {
  return JSON.stringify(
    folders.map(({ path: folder, configuration: { filters, maxFileSize } }) => [folder, filters, maxFileSize]),
  );
}
