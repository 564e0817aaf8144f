import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Notice } from '../base/finding';
import type { Filter } from './filter';
import { GitIgnore, isEnvironment, isForeignFolder, isManifestFolder } from './ignore-rules';
import { relativePath, uriOfPath } from './paths';
import { isTestPath, looksGenerated } from './test-files';

export interface FoundFile {
  readonly path: string;
  readonly uri: string;
  /** What it is for the analysis: code of a language, or a list of library versions. */
  readonly kind: 'source' | 'manifest';
  /** Whether its path says that it is a test or an example. */
  readonly isTest: boolean;
}

export interface WalkOptions {
  /** Whether a language reads the file. */
  readonly isSource: (uri: string) => boolean;
  readonly filter: Filter;
  readonly onNotice: (notice: Notice) => void;
}

/** Files that name the versions of libraries, or hold values that code reads by their keys. */
const MANIFEST =
  /^(?:package(?:-lock)?\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile(?:\.lock)?|poetry\.lock|setup\.(?:py|cfg)|pom\.xml|go\.mod|build\.gradle(?:\.kts)?|gradle\.lockfile|[\w.-]+\.properties)$/;

const MINIFIED_NAME = /[.-]min\.[cm]?[jt]sx?$/;
/** Nobody writes lines of this length on average; programs do. */
const LONGEST_AVERAGE_LINE = 5000;
const BINARY_HEAD = 8000;

export function isManifest(file: string): boolean {
  return MANIFEST.test(path.basename(file));
}

/** What is analysed of one root. The root itself is never left out: somebody asked for it. */
export class SourceRoot {
  readonly folder: string;

  constructor(
    root: string,
    private readonly options: WalkOptions,
  ) {
    this.folder = root;
  }

  /** In the order of names, so that every machine reports the same first. Lazy: a caller may pause anywhere. */
  *walk(): Generator<FoundFile> {
    yield* this.#walkFolder(this.folder, GitIgnore.around(this.folder), true);
  }

  /** What a walk would say of one file, for editors that open and watch single files. */
  classify(file: string): FoundFile | undefined {
    const relative = relativePath(this.folder, file);
    if (relative === undefined) return undefined;
    const folders = relative.split('/').slice(0, -1);
    let git = GitIgnore.around(this.folder);
    let at = this.folder;
    let names = namesIn(at);
    for (const name of folders) {
      const parent = { name: path.basename(at), mayHaveOutput: at === this.folder || isManifestFolder(names) };
      at = path.join(at, name);
      if (isForeignFolder(name, parent) || git.ignores(at, true)) return undefined;
      names = namesIn(at);
      if (isEnvironment(names)) return undefined;
      git = git.entering(at);
    }
    return git.ignores(file, false) ? undefined : this.found(file);
  }

  /** A file that settings leave in and that says something to the analysis. */
  found(file: string): FoundFile | undefined {
    if (!this.options.filter(file)) return undefined;
    const uri = uriOfPath(file);
    const kind = this.options.isSource(uri) ? 'source' : isManifest(file) ? 'manifest' : undefined;
    return (
      kind && { path: file, uri, kind, isTest: isTestPath(relativePath(this.folder, file) ?? path.basename(file)) }
    );
  }

  *#walkFolder(folder: string, git: GitIgnore, isRoot: boolean): Generator<FoundFile> {
    const entries = this.#entries(folder);
    const names = entries.map(({ name }) => name);
    if (!isRoot && isEnvironment(names)) return;
    const parent = { name: path.basename(folder), mayHaveOutput: isRoot || isManifestFolder(names) };
    const inside = isRoot ? git : git.entering(folder);
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!isForeignFolder(entry.name, parent) && !inside.ignores(file, true)) {
          yield* this.#walkFolder(file, inside, false);
        }
      } else if (entry.isFile()) {
        // Most files say nothing to the analysis, and that is cheaper to see than what git thinks of them.
        const found = this.found(file);
        if (found && !inside.ignores(file, false)) yield found;
      }
    }
  }

  #entries(folder: string): fs.Dirent[] {
    try {
      const entries = fs.readdirSync(folder, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    } catch (error) {
      const message = `The folder cannot be read (${reasonOf(error)}); what is in it was not analysed.`;
      this.options.onNotice({ uri: uriOfPath(folder), message });
      return [];
    }
  }
}

export type ReadResult =
  | { readonly text: string; readonly isGenerated: boolean }
  /** Why the file was left out. */
  | { readonly skipped: string };

/** Reads a source file, unless it is one that nobody wrote or that is too large to be worth it. */
export function readSource(file: string, maxFileSize: number): ReadResult {
  try {
    const { size } = fs.statSync(file);
    if (size > maxFileSize * 1024) return { skipped: tooLarge(size, maxFileSize) };
    const bytes = fs.readFileSync(file);
    if (bytes.subarray(0, BINARY_HEAD).includes(0)) return { skipped: 'Skipped: it is binary.' };
    const text = decode(bytes);
    const skipped = whySkipped(file, text, maxFileSize);
    return skipped === undefined ? { text, isGenerated: looksGenerated(text) } : { skipped };
  } catch (error) {
    return { skipped: `Skipped: it cannot be read (${reasonOf(error)}).` };
  }
}

/** Why a text that is at hand, such as an open document's, is not analysed. */
export function whySkipped(file: string, text: string, maxFileSize: number): string | undefined {
  if (text.length > maxFileSize * 1024) return tooLarge(text.length, maxFileSize);
  if (MINIFIED_NAME.test(file) || averageLine(text) > LONGEST_AVERAGE_LINE) return 'Skipped: it is minified.';
  return undefined;
}

/** Undefined when it cannot be read. Lists of versions are small; lock files may not be, and then count as absent. */
export function readManifest(file: string): string | undefined {
  try {
    return fs.statSync(file).size > LARGEST_MANIFEST ? undefined : decode(fs.readFileSync(file));
  } catch {
    return undefined;
  }
}

const LARGEST_MANIFEST = 5_000_000;

/** A byte order mark is no part of the text, as in every editor. */
function decode(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}

function tooLarge(bytes: number, maxFileSize: number): string {
  const size = `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
  return `Skipped: its ${size} are more than maxFileSize (${maxFileSize.toLocaleString('en')} KB).`;
}

function averageLine(text: string): number {
  if (text.length <= LONGEST_AVERAGE_LINE) return 0;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines;
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOENT') return 'it does not exist';
  return code ?? message;
}
