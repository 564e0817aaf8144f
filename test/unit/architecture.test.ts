import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Model } from '../../server/src/facts/model';
import { CONFIGS, CONTROLS, OPERATIONS, PLAIN_SINKS, SINKS, SOURCES } from '../../server/src/facts/vocabulary';
import { RULES } from '../../server/src/rules/index.generated';
import type { Rule } from '../../server/src/rules/rule';
import type { NodeId } from '../../server/src/syntax/tree';
import { readSources, root, type Source } from './architecture-sources';

/** A file imports its own folder or one of a row before its own. Folders of one row never see each other. */
const ROWS: readonly (readonly string[])[] = [
  ['base'],
  ['syntax', 'protocol'],
  ['ir'],
  ['facts'],
  ['dataflow'],
  ['fixes'],
  ['languages', 'rules'],
  ['analysis'],
  ['report'],
  ['workspace'],
  ['edge'],
];
const ROW_OF = new Map(ROWS.flatMap((folders, row) => folders.map((folder) => [folder, row] as const)));
const ORDER = ROWS.map((folders) => (folders.length > 1 ? `{${folders.join(', ')}}` : folders[0])).join(' < ');

/** These may touch the machine; everything else is a function of what it is given. */
const WITH_IO = new Set(['workspace', 'edge']);

/** Packages that code without IO may use at run time. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = { syntax: ['web-tree-sitter'] };

/** State of the process that has to be, with the reason. */
const KNOWN_STATE: Readonly<Record<string, string>> = {
  'server/src/syntax/memory-reader.ts': 'web-tree-sitter keeps one runtime for all of its users in a thread',
};

/** Libraries with names that rules need for other things. */
const ORDINARY_WORDS = [
  'ast',
  'bytes',
  'config',
  'cookie',
  'cookies',
  'cors',
  'crypto',
  'email',
  'hash',
  'hashlib',
  'hmac',
  'html',
  'http',
  'https',
  'io',
  'json',
  'ldap',
  'logging',
  'net',
  'next',
  'os',
  'path',
  'process',
  'random',
  're',
  'redirect',
  'request',
  'requests',
  'secrets',
  'secure',
  'session',
  'shell',
  'socket',
  'sql',
  'ssl',
  'string',
  'sys',
  'template',
  'time',
  'tls',
  'url',
  'util',
  'uuid',
  'xml',
  'xss',
]; // prettier-ignore

/** A list of words that occur in names and texts of secrets, such as the scheme of a connection string. */
const NAMES_OF_SECRETS = 'server/src/rules/lexicon.ts';

/** Kinds with facts that no rule uses yet, with the reason. Whoever writes the rule takes the line out. */
const WAITING: Readonly<Record<string, string>> = {
  file: 'what a file holds is for rules of the strict profile, which are to come',
};

const MACHINE_NAMES = new Set([
  'process',
  'globalThis',
  'global',
  'require',
  'console',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'Buffer',
  'navigator',
  '__dirname',
  '__filename',
]); // prettier-ignore

/** What a VSIX may carry: licences that ask for nothing but their notice. */
const LICENCES = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
]); // prettier-ignore

describe('architecture', () => {
  let server: Source[];
  let client: Source[];
  let models: { readonly language: string; readonly model: Model }[];

  before(async () => {
    server = await readSources('server/src');
    client = await readSources('client/src');
    models = await loadModels();
  });

  const core = (): Source[] => server.filter((source) => !WITH_IO.has(source.layer));
  const below = (...folders: readonly string[]): Source[] =>
    server.filter(({ file }) => folders.some((folder) => file.startsWith(`server/src/${folder}/`)));

  it('every folder of server/src is a layer', () => {
    const folders = new Set(server.map((source) => source.layer));
    none(
      [...folders].filter((folder) => !ROW_OF.has(folder)),
      `A folder has no place in the order ${ORDER}. Give it one here and in server/ARCHITECTURE.md, or move its files.`,
    );
  });

  it('imports point one way', () => {
    const wrong = server.flatMap((source) =>
      source.imports.flatMap(({ specifier, line }) => {
        const to = source.target(specifier)?.match(/^server\/src\/([^/]+)\//)?.[1];
        if (to === undefined || to === source.layer || rowOf(to) < rowOf(source.layer)) return [];
        return [`${source.file}:${line} (${source.layer}) imports ${specifier} (${to})`];
      }),
    );
    none(wrong, `The order is ${ORDER}. Move what both need to the left, or hand it in as a parameter from the right.`);
  });

  it('languages do not see each other', () => {
    const languageOf = (file: string): string | undefined => file.match(/^server\/src\/languages\/([^/]+)\//)?.[1];
    const wrong = server.flatMap((source) =>
      source.imports.flatMap(({ specifier, line }) => {
        const from = languageOf(source.file);
        const to = languageOf(source.target(specifier) ?? '');
        return from && to && from !== to ? [`${source.file}:${line} imports ${specifier}`] : [];
      }),
    );
    none(wrong, 'What languages share belongs into ir (forms), facts (words) or fixes (edits).');
  });

  it('the client imports the server only from its protocol', () => {
    const wrong = client.flatMap((source) =>
      source.imports.flatMap(({ specifier, line }) => {
        const target = source.target(specifier);
        const isAllowed = !target?.startsWith('server/') || target.startsWith('server/src/protocol');
        return isAllowed ? [] : [`${source.file}:${line} imports ${specifier}`];
      }),
    );
    none(wrong, 'Ask the server with a request of server/src/protocol instead; the client analyses nothing.');
  });

  it('the server does not import the client', () => {
    const wrong = server.flatMap(({ file, imports }) =>
      imports.filter(({ specifier }) => specifier.includes('client/')).map(({ line }) => `${file}:${line}`),
    );
    none(wrong, 'The server runs without an editor.');
  });

  it('only workspace and edge use packages of the machine', () => {
    const wrong = core().flatMap((source) =>
      source.imports.flatMap(({ specifier, isType, line }) => {
        const isPure = isType || source.target(specifier) !== undefined;
        return isPure || PURE_PACKAGES[source.layer]?.includes(specifier)
          ? []
          : [`${source.file}:${line} imports ${specifier}`];
      }),
    );
    none(wrong, 'Read, write or ask in workspace or edge, and hand the result to the core as a parameter.');
  });

  it('only the client knows vscode, only edge and protocol know the language server', () => {
    const wrong = server.flatMap((source) =>
      source.imports.flatMap(({ specifier, line }) => {
        const isEditor = specifier === 'vscode' || /^vscode-languageserver/.test(specifier);
        const isAllowed = specifier !== 'vscode' && (source.layer === 'edge' || source.layer === 'protocol');
        return isEditor && !isAllowed ? [`${source.file}:${line} imports ${specifier}`] : [];
      }),
    );
    none(
      wrong,
      'Positions and messages of the editor are converted in edge/lsp; the rest speaks offsets and findings.',
    );
  });

  it('the core asks no clock, no process and no chance', () => {
    const wrong = core().flatMap((source) =>
      [...source.nodes('identifier'), ...source.nodes('member_expression')]
        .filter((node) => MACHINE_NAMES.has(source.tree.textOf(node)) || source.tree.textOf(node) === 'Math.random')
        .filter((node) => isGlobalUse(source, node))
        .map((node) => `${source.at(node)} uses ${source.tree.textOf(node)}`),
    );
    none(
      wrong,
      'The same content must give the same findings: take it as a parameter (a clock is `now: () => number`).',
    );
  });

  it('the core holds no state of the process', () => {
    none(
      core().flatMap((source) => (source.file in KNOWN_STATE ? [] : processState(source))),
      'Put it into an object that somebody makes and owns (the host, a builder, a pass); module-wide values are constants.',
    );
  });

  it('the engine names no language', () => {
    const ids = new Set(['typescript', 'tsx', 'jsx', ...languageIds()]);
    const wrong = below('facts', 'dataflow', 'fixes', 'rules/shapes').flatMap((source) =>
      [...source.strings()]
        .filter(({ text }) => ids.has(text.toLowerCase()))
        .map(({ node, text }) => `${source.at(node)} names ${text}`),
    );
    none(wrong, 'Let the language say it: as a form of the IR, in its models, or in its `LanguageEdits`.');
  });

  it('rules name no library', () => {
    const words = new Set<string>([
      ...SOURCES,
      ...SINKS,
      ...PLAIN_SINKS,
      ...CONFIGS,
      ...CONTROLS,
      ...OPERATIONS,
      ...ORDINARY_WORDS,
    ]);
    const libraries = new Set(
      models.flatMap(({ model }) => [model.library, ...(model.aliases ?? [])]).filter((name) => !words.has(name)),
    );
    libraries.delete('');
    const wrong = below('rules')
      .filter(({ file }) => !file.endsWith('.generated.ts') && file !== NAMES_OF_SECRETS)
      .flatMap((source) =>
        [...source.strings()].flatMap(({ node, text }) =>
          librariesIn(text, libraries).map((name) => `${source.at(node)} names ${name}`),
        ),
      );
    none(wrong, 'Let the model say it in words of facts/vocabulary.ts; a rule speaks of kinds, for every library.');
  });

  it('models name no rule', () => {
    const words = new Set<string>(SOURCES);
    const ids = new Set(RULES.map((rule) => rule.id).filter((id) => !words.has(id)));
    const wrong = server
      .filter(({ file }) => /^server\/src\/languages\/[^/]+\/models\//.test(file))
      .flatMap((source) =>
        [...source.strings()]
          .filter(({ text }) => ids.has(text))
          .map(({ node, text }) => `${source.at(node)} names ${text}`),
      );
    none(wrong, 'Name the kind (source, sink, config) and let rules choose from kinds.');
  });

  it('every kind that a model names is used by a rule', () => {
    const used = { sources: new Set<string>(), sinks: new Set<string>(), configs: new Set<string>() };
    for (const rule of RULES) addUses(rule, used);
    const unused = new Set<string>();
    for (const { language, model } of models) {
      const where = `${language}, ${model.library || 'its own names'}`;
      for (const kind of Object.keys(model.sources ?? {})) {
        if (!used.sources.has(kind) && !(kind in WAITING)) unused.add(`source ${kind} (${where})`);
      }
      for (const kind of Object.keys(model.sinks ?? {})) {
        if (!used.sinks.has(kind)) unused.add(`sink ${kind} (${where})`);
      }
      for (const { kind } of model.configs ?? []) if (!used.configs.has(kind)) unused.add(`config ${kind} (${where})`);
    }
    none(
      Object.keys(WAITING).filter((kind) => used.sources.has(kind)),
      'A rule uses it now: take it off the list of kinds that wait for one.',
    );
    none([...unused], 'Write the rule that the facts are for, or leave the facts out: nothing would ever show them.');
  });

  it('every kind that a rule names is in the vocabulary', () => {
    const used = { sources: new Set<string>(), sinks: new Set<string>(), configs: new Set<string>() };
    for (const rule of RULES) addUses(rule, used);
    const known = new Set<string>([...SOURCES, ...SINKS, ...PLAIN_SINKS, ...CONFIGS]);
    none(
      [...used.sources, ...used.sinks, ...used.configs].filter((kind) => !known.has(kind)),
      'Add the word to facts/vocabulary.ts, with a sentence that says what it is.',
    );
  });

  it('generated files are what the generator writes', () => {
    const args = ['--import', 'tsx', 'scripts/codegen.ts', '--check'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, `${stderr.trim()}\nRun \`npm run codegen\`.`);
  }).timeout(60_000);

  it('what is bundled is pinned and has a licence that a VSIX may carry', () => {
    const manifest = readJson('package.json');
    const pinned: Readonly<Record<string, string>> = { ...manifest.dependencies, ...manifest.devDependencies };
    const direct = bundledPackages([...server, ...client]);
    const loose = direct.filter((name) => !/^\d/.test(pinned[name] ?? ''));
    none(
      loose,
      'Name each package that runs in package.json, with its exact version: `npm install --save-dev --save-exact`.',
    );
    const wrong = withDependencies(direct).flatMap((folder) => {
      const { name, license } = readJson(`${folder}/package.json`);
      return isFreeEnough(license) ? [] : [`${name}: ${license}`];
    });
    none(wrong, `Allowed are ${[...LICENCES].join(', ')}. Take another package, or write it ourselves.`);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = readFileSync(path.join(root, 'server/ARCHITECTURE.md'), 'utf8');

  it('gives a reason for every package, and for none that is not used', () => {
    const { dependencies, devDependencies } = readJson('package.json');
    const names = Object.keys({ ...dependencies, ...devDependencies });
    const table = text.slice(text.indexOf('## Dependencies'), text.indexOf('## Where this departs'));
    const told = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
      [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]),
    );
    none(
      names.filter((name) => !told.includes(name)).map((name) => `${name} is in package.json only`),
      'Say in one line why it is a package and not our own code.',
    );
    none(
      told.filter((name) => !names.includes(name)).map((name) => `${name} is in ARCHITECTURE.md only`),
      'Take its line out.',
    );
  });

  it('has a line for every layer', () => {
    none(
      ROWS.flat().filter((folder) => !text.includes(`| \`${folder}/`)),
      'Say in the table of layers what the folder holds.',
    );
    assert.ok(text.includes(ORDER), `The order of the layers is not told as it is tested:\n${ORDER}`);
  });

  it('names tests that exist', () => {
    const table = text.slice(text.indexOf('| invariant |'), text.indexOf('Also true,'));
    const named = [...table.matchAll(/`((?:unit|lowering|corpus|examples|cli|lsp)\/[\w*-]+)`/g)].map(
      ([, name]) => name,
    );
    const missing = named.filter((name) => {
      const [folder, pattern] = name.split('/');
      const expression = new RegExp(`^${pattern.replace('*', '.*')}.*\\.test\\.ts$`);
      return !readdirSync(path.join(root, 'test', folder)).some((file) => expression.test(file));
    });
    none(missing, 'Name the test that keeps it now, or write one.');
  });
});

/** An empty list, or a failure that says what to do. */
function none(wrong: readonly string[], instead: string): void {
  assert.ok(wrong.length === 0, `${wrong.join('\n')}\n→ ${instead}`);
}

function rowOf(folder: string): number {
  return ROW_OF.get(folder) ?? Number.POSITIVE_INFINITY;
}

function languageIds(): string[] {
  const entries = readdirSync(path.join(root, 'server/src/languages'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function loadModels(): Promise<{ language: string; model: Model }[]> {
  const found: { language: string; model: Model }[] = [];
  for (const language of languageIds()) {
    const file = path.join(root, `server/src/languages/${language}/models.generated.ts`);
    if (!existsSync(file)) continue;
    const { MODELS } = (await import(file)) as { readonly MODELS: readonly Model[] };
    for (const model of MODELS) found.push({ language, model });
  }
  return found;
}

/** A use of the name itself: not a declaration of something else that is called the same. */
function isGlobalUse(source: Source, node: NodeId): boolean {
  const { tree } = source;
  const name = tree.textOf(node);
  if (name === 'Math.random') return true;
  for (const other of source.nodes('identifier')) {
    const parent = tree.parent(other);
    const kind = tree.kind(parent);
    const declares =
      (kind === 'variable_declarator' && tree.childByField(parent, 'name') === other) ||
      kind === 'required_parameter' ||
      kind === 'optional_parameter' ||
      kind === 'function_declaration' ||
      kind === 'import_specifier';
    if (declares && tree.textOf(other) === name) return false;
  }
  return true;
}

/**
 * Variables of a module that can change after it was loaded. A WeakMap may stay: what it remembers follows from its keys
 * and goes with them.
 */
function processState(source: Source): string[] {
  const { tree } = source;
  const found: string[] = [];
  const isTopLevel = (node: NodeId): boolean => {
    const parent = tree.parent(node);
    return parent === 0 || (tree.kind(parent) === 'export_statement' && tree.parent(parent) === 0);
  };
  for (const node of source.nodes('lexical_declaration', 'variable_declaration')) {
    if (!isTopLevel(node)) continue;
    if (!/^const\b/.test(tree.textOf(node))) found.push(`${source.at(node)} declares a variable that can change`);
    for (const declarator of tree.namedChildren(node)) {
      if (tree.kind(declarator) !== 'variable_declarator' || !isMeantToChange(source, declarator)) continue;
      found.push(`${source.at(node)} keeps state in ${tree.textOf(tree.childByField(declarator, 'name'))}`);
    }
  }
  for (const node of source.nodes('public_field_definition')) {
    const text = tree.textOf(node);
    if (/\bstatic\b/.test(text) && !/^[^=]*\breadonly\b/.test(text)) {
      found.push(`${source.at(node)} has a static field that can change`);
    }
  }
  return found;
}

/** What begins empty is there to be filled, and a global or sticky expression remembers where it was. */
function isMeantToChange(source: Source, declarator: NodeId): boolean {
  const { tree } = source;
  const name = tree.textOf(tree.childByField(declarator, 'name'));
  const value = tree.childByField(declarator, 'value');
  if (value < 0) return false;
  const text = tree.textOf(value);
  // An empty object is there for its identity if no type says what may be put into it.
  if (text === '{}' && tree.childByField(declarator, 'type') < 0) return false;
  if (/^(\[\]|\{\}|new (Map|Set|WeakSet|Array)(<[^()]*>)?\(\))$/.test(text)) return !isReadonlyType(source, declarator);
  const remembers = tree.kind(value) === 'regex' && /\/[a-z]*[gy][a-z]*$/.test(text);
  if (!remembers) return false;
  const isSetEachTime = new RegExp(`\\b${name}\\.lastIndex = `).test(tree.text);
  return !isSetEachTime && new RegExp(`\\b${name}\\.(exec|test)\\(`).test(tree.text);
}

/** `readonly T[]`, `ReadonlyMap<…>`, or a name that the same file gives to such a type. */
function isReadonlyType(source: Source, declarator: NodeId): boolean {
  const annotation = source.tree.childByField(declarator, 'type');
  if (annotation < 0) return false;
  const type = source.tree.textOf(annotation).replace(/^:\s*/, '');
  return (
    /^readonly\b/i.test(type) ||
    /^Readonly/.test(type) ||
    new RegExp(`\\btype ${type} = [Rr]eadonly`).test(source.tree.text)
  );
}

function librariesIn(text: string, libraries: ReadonlySet<string>): string[] {
  if (/^https?:/.test(text)) return [];
  // A sentence may use a plain word that happens to be a library's name, too.
  const words = text
    .split(/[^\w@./-]+/)
    .map((word) => word.replace(/[.]+$/, ''))
    .filter((word) => /[^a-z]/.test(word));
  return [...new Set([text, ...words])].filter((word) => libraries.has(word));
}

interface Uses {
  readonly sources: Set<string>;
  readonly sinks: Set<string>;
  readonly configs: Set<string>;
}

function addUses(rule: Rule & { readonly settings?: { readonly of: readonly string[] } }, used: Uses): void {
  switch (rule.shape) {
    case 'flow':
      for (const kind of rule.from) used.sources.add(kind);
      for (const kind of rule.to) used.sinks.add(kind);
      break;
    case 'setting':
      for (const kind of rule.of) used.configs.add(kind);
      break;
    case 'duty':
      for (const kind of [...rule.of, ...(rule.given ?? []), ...rule.metBy]) used.configs.add(kind);
      break;
    case 'literal':
      // `LiteralFacts.use` is what these say about a literal.
      for (const kind of rule.takers ?? []) used.configs.add(kind);
      used.sources.add('environment');
      break;
  }
  for (const kind of rule.settings?.of ?? []) used.configs.add(kind);
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of a package's manifest
function readJson(file: string): any {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** Packages whose code or grammar becomes part of the product. */
function bundledPackages(sources: readonly Source[]): string[] {
  const names = new Set<string>();
  for (const source of sources) {
    for (const { specifier, isType } of source.imports) {
      if (isType || source.target(specifier) !== undefined || /^(node:|vscode$)/.test(specifier)) continue;
      names.add(packageOf(specifier));
    }
  }
  const build = readFileSync(path.join(root, 'scripts/build.mjs'), 'utf8');
  for (const [, file] of build.matchAll(/'([^']+\.wasm)'/g)) names.add(packageOf(file));
  return [...names].sort();
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Folders of the packages and of all that they depend on at run time, as Node would find them. */
function withDependencies(names: readonly string[]): string[] {
  const folders = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    assert.ok(folder, `${name}, which ${from} depends on, is not installed. Run \`npm ci\`.`);
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const dependency of Object.keys(readJson(`${folder}/package.json`).dependencies ?? {}))
      visit(dependency, folder);
  };
  for (const name of names) visit(name, '');
  return [...folders].sort();
}

function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.includes('/') ? path.posix.dirname(folder) : '') {
    const candidate = path.posix.join(folder, 'node_modules', name);
    if (existsSync(path.join(root, candidate, 'package.json'))) return candidate;
    if (folder === '' || folder === '.') return undefined;
  }
}

function isFreeEnough(license: unknown): boolean {
  if (typeof license !== 'string') return false;
  return license
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => LICENCES.has(one)));
}
