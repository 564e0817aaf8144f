/** Versions of libraries as a manifest gives them: `{ express: '4.18.2' }`. What is no manifest gives none. */
export function readManifest(uri: string, text: string): Readonly<Record<string, string>> {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (name === 'package.json') return fromPackageJson(text);
  if (/^requirements.*\.txt$/.test(name)) return fromRequirements(text);
  if (name === 'pom.xml') return fromPom(text);
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
  for (const [, block] of text.matchAll(/<(?:dependency|parent)>([\s\S]*?)<\/(?:dependency|parent)>/g)) {
    const artifact = /<artifactId>\s*([^<\s]+)/.exec(block)?.[1];
    const version = /<version>\s*([\d.]+)/.exec(block)?.[1];
    if (artifact && version) versions[artifact] = version.replace(/\.$/, '');
  }
  return versions;
}
