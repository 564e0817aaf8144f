import fs from 'node:fs';
import path from 'node:path';
import type { Rule } from '../server/src/rules/rule';

/**
 * Writes what follows from the files that exist: the indexes of rules, languages and models, and the rule ids in the
 * settings of package.json. With `--check` nothing is written, and files that are out of date make it fail.
 */
const root = path.resolve(__dirname, '..');
const COMMAND = 'npm run codegen';
const HEADER = `// Written by \`${COMMAND}\`. Do not edit.\n`;

interface Generated {
  readonly file: string;
  readonly text: string;
}

async function generate(): Promise<Generated[]> {
  return [rulesIndex(), languagesIndex(), ...modelIndexes(), await packageJson()];
}

function rulesIndex(): Generated {
  const files = ruleFiles();
  const imports = files.map((file) => `import ${nameOf(file)} from './${file}';`);
  return {
    file: 'server/src/rules/index.generated.ts',
    text: lines(
      ...imports,
      `import type { Rule } from './rule';`,
      '',
      '/** Every rule, sorted by family folder and id. */',
      list('RULES', 'Rule', files.map(nameOf)),
    ),
  };
}

/** Without the ending, relative to the folder of rules. */
function ruleFiles(): string[] {
  return folders('server/src/rules')
    .filter((family) => family !== 'shapes')
    .flatMap((family) => typescriptFiles(`server/src/rules/${family}`).map((file) => `${family}/${file}`));
}

function languagesIndex(): Generated {
  const ids = languageIds().filter((id) => fs.existsSync(inRoot(`server/src/languages/${id}/index.ts`)));
  return {
    file: 'server/src/languages/index.generated.ts',
    text: lines(
      ...ids.map((id) => `import ${nameOf(id)} from './${id}';`),
      `import type { Language } from './language';`,
      '',
      list('LANGUAGES', 'Language', ids.map(nameOf)),
    ),
  };
}

/** Only languages with a folder for models have an index of them. */
function modelIndexes(): Generated[] {
  return languageIds()
    .filter((id) => fs.existsSync(inRoot(`server/src/languages/${id}/models`)))
    .map((id) => {
      const files = typescriptFiles(`server/src/languages/${id}/models`);
      return {
        file: `server/src/languages/${id}/models.generated.ts`,
        text: lines(
          `import type { Model } from '../../facts/model';`,
          ...files.map((file) => `import ${nameOf(file)} from './models/${file}';`),
          '',
          list('MODELS', 'Model', files.map(nameOf)),
        ),
      };
    });
}

function languageIds(): string[] {
  return folders('server/src/languages');
}

/** The setting `backendSecurity.rules` knows every rule, so that the settings editor completes and explains them. */
async function packageJson(): Promise<Generated> {
  const file = 'package.json';
  const manifest = JSON.parse(fs.readFileSync(inRoot(file), 'utf8'));
  const setting = manifest.contributes.configuration.properties['backendSecurity.rules'];
  const severities = setting.additionalProperties.enum;
  const properties: Record<string, unknown> = {};
  for (const rule of await loadRules()) {
    properties[rule.id] = { type: 'string', enum: severities, description: `${rule.title}.` };
  }
  setting.properties = properties;
  return { file, text: `${JSON.stringify(manifest, undefined, 2)}\n` };
}

async function loadRules(): Promise<Rule[]> {
  const rules: Rule[] = [];
  for (const file of ruleFiles()) {
    const loaded = await import(inRoot(`server/src/rules/${file}.ts`));
    // Depending on who loads it, a CommonJS module's exports are one level further down.
    rules.push(loaded.default?.default ?? loaded.default);
  }
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function list(name: string, type: string, items: readonly string[]): string {
  if (items.length === 0) return `export const ${name}: readonly ${type}[] = [];`;
  return `export const ${name}: readonly ${type}[] = [\n${items.map((item) => `  ${item},\n`).join('')}];`;
}

function lines(...parts: string[]): string {
  return `${HEADER}${parts.join('\n')}\n`;
}

/** `injection/sql-injection` is `injectionSqlInjection`: unique, since paths are. */
function nameOf(file: string): string {
  const name = file.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
  return /^[0-9]/.test(name) ? `_${name}` : `${name}${RESERVED.has(name) ? '_' : ''}`;
}

const RESERVED = new Set(['default', 'delete', 'import', 'package', 'static', 'switch', 'new', 'in', 'with', 'yield']);

function folders(folder: string): string[] {
  const entries = fs.readdirSync(inRoot(folder), { withFileTypes: true });
  return sorted(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name));
}

function typescriptFiles(folder: string): string[] {
  const names = fs.readdirSync(inRoot(folder));
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('_'));
  return sorted(sources.map((name) => name.slice(0, -3)));
}

/** By code unit, so that the order is the same on every machine. */
function sorted(names: string[]): string[] {
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function inRoot(file: string): string {
  return path.join(root, file);
}

function isStale({ file, text }: Generated): boolean {
  return !fs.existsSync(inRoot(file)) || fs.readFileSync(inRoot(file), 'utf8') !== text;
}

async function main(): Promise<void> {
  const stale = (await generate()).filter(isStale);
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return;
    console.error(`Out of date: ${stale.map(({ file }) => file).join(', ')}. Run \`${COMMAND}\`.`);
    process.exitCode = 1;
    return;
  }
  for (const { file, text } of stale) {
    fs.writeFileSync(inRoot(file), text);
    console.log(`wrote ${file}`);
  }
}

main().catch((error: Error) => {
  console.error(`codegen: ${error.message}`);
  process.exitCode = 2;
});
