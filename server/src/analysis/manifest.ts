/** Versions of libraries as a manifest gives them: `{ express: '4.18.2' }`. What is no manifest gives none. */
export function readManifest(uri: string, text: string): Readonly<Record<string, string>> {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (name === 'package.json') return fromPackageJson(text);
  if (/^requirements.*\.txt$/.test(name)) return fromRequirements(text);
  if (name === 'pom.xml') return fromPom(text);
  if (name === 'go.mod') return fromGoMod(uri.slice(0, uri.length - name.length - 1), text);
  if (/^build\.gradle(?:\.kts)?$/.test(name)) return fromGradle(text);
  return {};
}

function fromPackageJson(text: string): Record<string, string> {
  const versions: Record<string, string> = {};
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    // A manifest that is being edited says nothing for now.
    return versions;
  }
  if (typeof manifest !== 'object' || manifest === null) return versions;
  for (const group of ['devDependencies', 'peerDependencies', 'optionalDependencies', 'dependencies']) {
    const dependencies = (manifest as Record<string, unknown>)[group];
    if (typeof dependencies !== 'object' || dependencies === null) continue;
    for (const [library, range] of Object.entries(dependencies)) {
      const version = typeof range === 'string' ? lowest(range) : undefined;
      if (version) versions[library] = version;
    }
  }
  return versions;
}

/** `^4.18.2`, `>=2.0,<3`: the lowest version that the range allows. */
function lowest(range: string): string | undefined {
  return /\d+(?:\.\d+)*/.exec(range)?.[0];
}

function fromRequirements(text: string): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const match = /^\s*([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?:==|>=|~=)\s*([\d.]+)/.exec(line);
    if (match) versions[match[1].toLowerCase()] = match[2].replace(/\.$/, '');
  }
  return versions;
}

function fromPom(text: string): Record<string, string> {
  const versions: Record<string, string> = {};
  const properties = new Map<string, string>();
  for (const [, block] of text.matchAll(/<properties>([\s\S]*?)<\/properties>/g)) {
    for (const [, name, value] of block.matchAll(/<([\w.-]+)>\s*([^<\s]+)\s*<\//g)) properties.set(name, value);
  }
  for (const [, block] of text.matchAll(/<(?:dependency|parent)>([\s\S]*?)<\/(?:dependency|parent)>/g)) {
    const artifact = /<artifactId>\s*([^<\s]+)/.exec(block)?.[1];
    const written = /<version>\s*([^<\s]+)/.exec(block)?.[1] ?? '';
    const value = written.replace(/^\$\{([^}]+)\}$/, (_, name: string) => properties.get(name) ?? '');
    const version = /^[\d.]+/.exec(value)?.[0];
    if (artifact && version) versions[artifact] = version.replace(/\.$/, '');
  }
  return versions;
}

/**
 * `module path`, `require path v1.2.3`, also in parentheses. A module that is here rather than elsewhere, its own or one
 * that `replace` puts into a folder, has this folder in the place of a version.
 */
function fromGoMod(folder: string, text: string): Record<string, string> {
  const versions: Record<string, string> = {};
  let block = '';
  for (const written of text.split('\n')) {
    const line = written.replace(/\/\/.*$/, '').trim();
    if (line === ')') block = '';
    const opening = /^(\w+)\s*\($/.exec(line);
    if (opening) {
      block = opening[1];
      continue;
    }
    const directive = block !== '' ? `${block} ${line}` : line;
    const [kind, path, ...rest] = directive.split(/\s+/);
    if (path === undefined) continue;
    if (kind === 'module') versions[path.replaceAll('"', '')] = folder;
    else if (kind === 'require') {
      const version = /^v(\d+(?:\.\d+)*)/.exec(rest[0] ?? '')?.[1];
      if (version) versions[path] ??= version;
    } else if (kind === 'replace') {
      const target = rest[rest.indexOf('=>') + 1] ?? '';
      if (/^\.{1,2}\//.test(target)) versions[path] = below(folder, target);
    }
  }
  return versions;
}

function below(folder: string, path: string): string {
  let result = folder;
  for (const part of path.split('/')) {
    if (part === '..') result = result.slice(0, Math.max(0, result.lastIndexOf('/')));
    else if (part !== '.' && part !== '') result += `/${part}`;
  }
  return result;
}

/** `implementation("group:artifact:1.2.3")` in either of its languages. */
function fromGradle(text: string): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const [, artifact, version] of text.matchAll(/["'][\w.-]+:([\w.-]+):(\d+(?:\.\d+)*)/g)) {
    versions[artifact] = version;
  }
  return versions;
}

/**
 * Keys and values of a `.properties` file, as `java.util.Properties.load` documents the format. Values that build tools
 * or frameworks fill in (`${…}`) are left out: they are not known.
 */
export function readProperties(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.replace(/\\\r?\n[ \t]*/g, '').split(/\r?\n/);
  for (const line of lines) {
    const match = /^\s*([^#!\s=:][^=:\s]*)\s*[=:\s]\s*(.*)$/.exec(line);
    if (match && !match[2].includes('${')) values[match[1]] = match[2].trim();
  }
  return values;
}
