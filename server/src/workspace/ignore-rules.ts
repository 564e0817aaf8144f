import * as fs from 'node:fs';
import * as path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { relativePath } from './paths';

/** Never the team's own code, wherever they are. */
const NEVER = new Set([
  '.bzr',
  '.cache',
  '.eggs',
  '.git',
  '.gradle',
  '.hg',
  '.idea',
  '.mypy_cache',
  '.next',
  '.nox',
  '.nuxt',
  '.parcel-cache',
  '.pnpm-store',
  '.pytest_cache',
  '.svelte-kit',
  '.svn',
  '.terraform',
  '.tox',
  '.turbo',
  '.venv',
  '.vscode-test',
  '.yarn',
  '__pycache__',
  'bower_components',
  'jspm_packages',
  'node_modules',
  'site-packages',
]);

/** Names that are also good names for the team's own packages: left out beside a manifest, and at the top. */
const OUTPUT = new Set(['build', 'coverage', 'dist', 'out', 'target', 'vendor']);

const MANIFESTS = new Set([
  'Cargo.toml',
  'Gemfile',
  'build.gradle',
  'build.gradle.kts',
  'composer.json',
  'go.mod',
  'package.json',
  'pom.xml',
  'pyproject.toml',
  'requirements.txt',
  'setup.cfg',
  'setup.py',
]);

/** Below these, `vendor` holds what browsers are served. */
const SERVED = new Set(['assets', 'public', 'static', 'webroot', 'www', 'wwwroot']);

const ENVIRONMENT_MARK = 'pyvenv.cfg';

export function isManifestFolder(names: readonly string[]): boolean {
  return names.some((name) => MANIFESTS.has(name));
}

/** Whether a folder is left out for what it is, whatever the settings and git say. */
export function isForeignFolder(
  name: string,
  parent: { readonly name: string; readonly mayHaveOutput: boolean },
): boolean {
  if (NEVER.has(name)) return true;
  if (name === 'vendor' && SERVED.has(parent.name)) return true;
  return parent.mayHaveOutput && OUTPUT.has(name);
}

export function isEnvironment(names: readonly string[]): boolean {
  return names.includes(ENVIRONMENT_MARK);
}

/** The rules of one `.gitignore`; they speak of what is below its folder. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The `.gitignore` files that speak of a folder, outermost first. */
export class GitIgnore {
  private constructor(private readonly layers: readonly Layer[]) {}

  /** Includes those of the folders above, up to the repository's top. */
  static around(folder: string): GitIgnore {
    const top = repositoryTop(folder);
    const layers: Layer[] = [];
    if (top !== undefined) {
      for (let at = folder; ; at = path.dirname(at)) {
        const layer = at === folder ? undefined : readLayer(at);
        // A folder that was asked for by name is scanned even where git ignores it.
        if (layer && !isIgnored(layer, folder, true)) layers.unshift(layer);
        if (at === top) break;
      }
    }
    return new GitIgnore(layers).entering(folder);
  }

  /** With the rules that a folder itself brings. */
  entering(folder: string): GitIgnore {
    const layer = readLayer(folder);
    return layer ? new GitIgnore([...this.layers, layer]) : this;
  }

  ignores(file: string, isFolder: boolean): boolean {
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const verdict = test(this.layers[i], file, isFolder);
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
    }
    return false;
  }
}

/** The folder that holds `.git`, at or above the given one. */
export function repositoryTop(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

function readLayer(folder: string): Layer | undefined {
  try {
    return { folder, rules: ignore().add(fs.readFileSync(path.join(folder, '.gitignore'), 'utf8')) };
  } catch {
    return undefined;
  }
}

function isIgnored(layer: Layer, file: string, isFolder: boolean): boolean {
  return test(layer, file, isFolder)?.ignored ?? false;
}

function test(layer: Layer, file: string, isFolder: boolean) {
  const relative = relativePath(layer.folder, file);
  return relative === undefined ? undefined : layer.rules.test(isFolder ? `${relative}/` : relative);
}
