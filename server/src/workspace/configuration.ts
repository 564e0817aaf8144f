import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Severity } from '../base/finding';
import { LineIndex } from '../base/span';

export type RuleSeverity = Severity | 'off';

export const TEAM_FILE = '.backend-security.json';
export const DEFAULT_MAX_FILE_SIZE = 1000;
export const PROFILES = ['recommended', 'strict'] as const;
export const SEVERITIES: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What a team file or an editor's settings say; everything may be left out. */
export interface Settings {
  readonly profile?: 'recommended' | 'strict';
  readonly rules?: Readonly<Record<string, RuleSeverity>>;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Kilobytes. */
  readonly maxFileSize?: number;
}

/** Globs, and the folder that they are relative to. */
export interface PathFilter {
  readonly base: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface Configuration {
  readonly profile: 'recommended' | 'strict';
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  /** Kilobytes. */
  readonly maxFileSize: number;
  readonly filters: readonly PathFilter[];
}

export interface SettingsProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export const DEFAULT_CONFIGURATION: Configuration = {
  profile: 'recommended',
  rules: {},
  maxFileSize: DEFAULT_MAX_FILE_SIZE,
  filters: [],
};

/** Later settings win, except that each one's globs count: a file must pass all of them. */
export function mergeSettings(
  layers: readonly { readonly settings: Settings; readonly base: string }[],
): Configuration {
  let merged = DEFAULT_CONFIGURATION;
  for (const { settings, base } of layers) {
    const { include = [], exclude = [] } = settings;
    const hasGlobs = include.length + exclude.length > 0;
    merged = {
      profile: settings.profile ?? merged.profile,
      rules: { ...merged.rules, ...settings.rules },
      maxFileSize: settings.maxFileSize ?? merged.maxFileSize,
      filters: hasGlobs ? [...merged.filters, { base, include, exclude }] : merged.filters,
    };
  }
  return merged;
}

/** Reads a team file. Comments are allowed; whatever is not understood is a problem with its place. */
export function parseTeamFile(
  text: string,
  ruleIds: readonly string[],
): { readonly settings: Settings; readonly problems: readonly SettingsProblem[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  if (errors.length > 0) {
    const [{ error, offset, length }] = errors;
    return { settings: {}, problems: [problem(explain(printParseErrorCode(error)), offset, offset + length)] };
  }
  if (root?.type !== 'object') {
    return { settings: {}, problems: [problem('The file must hold an object, { … }.', 0, text.length)] };
  }
  return new SettingsReader(root, ruleIds).read();
}

/** `file:line:column`, counted from one, for people and terminals. */
export function describePlace(file: string, text: string, offset: number): string {
  const { line, character } = new LineIndex(text).offsetToPosition(offset);
  return `${file}:${line + 1}:${character + 1}`;
}

class SettingsReader {
  readonly #problems: SettingsProblem[] = [];

  constructor(
    private readonly root: Node,
    private readonly ruleIds: readonly string[],
  ) {}

  read(): { settings: Settings; problems: readonly SettingsProblem[] } {
    this.#checkKeys();
    const settings: Settings = {
      profile: this.#choice('profile', PROFILES),
      rules: this.#rules(),
      include: this.#globs('include'),
      exclude: this.#globs('exclude'),
      maxFileSize: this.#size('maxFileSize'),
    };
    return { settings, problems: this.#problems };
  }

  #checkKeys(): void {
    const known = ['profile', 'rules', 'include', 'exclude', 'maxFileSize', '$schema'];
    for (const property of this.root.children ?? []) {
      const key = property.children?.[0];
      if (!key || known.includes(key.value)) continue;
      this.#complain(key, `There is no setting called ${quoted(key.value)}${suggestion(key.value, known)}`);
    }
  }

  #rules(): Record<string, RuleSeverity> | undefined {
    const node = this.#get('rules');
    if (!node) return undefined;
    if (node.type !== 'object') {
      this.#complain(node, '"rules" must be an object of severities by rule id.');
      return undefined;
    }
    const rules: Record<string, RuleSeverity> = {};
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      if (!this.ruleIds.includes(key.value)) {
        this.#complain(key, `There is no rule called ${quoted(key.value)}${suggestion(key.value, this.ruleIds)}`);
      } else if (!SEVERITIES.includes(value.value)) {
        this.#complain(value, `The severity of ${quoted(key.value)} must be one of ${SEVERITIES.join(', ')}.`);
      } else {
        rules[key.value] = value.value;
      }
    }
    return rules;
  }

  #choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const node = this.#get(name);
    if (!node) return undefined;
    if (choices.includes(node.value)) return node.value;
    this.#complain(node, `${quoted(name)} must be one of ${choices.join(', ')}.`);
    return undefined;
  }

  #globs(name: string): string[] | undefined {
    const node = this.#get(name);
    if (!node) return undefined;
    const items = node.type === 'array' ? (node.children ?? []) : undefined;
    if (items?.every((item) => item.type === 'string')) return items.map((item) => item.value);
    this.#complain(node, `${quoted(name)} must be a list of globs, each a string.`);
    return undefined;
  }

  #size(name: string): number | undefined {
    const node = this.#get(name);
    if (!node) return undefined;
    if (node.type === 'number' && node.value >= 1) return node.value;
    this.#complain(node, `${quoted(name)} must be a number of kilobytes, 1 or more.`);
    return undefined;
  }

  #get(name: string): Node | undefined {
    return findNodeAtLocation(this.root, [name]);
  }

  #complain(node: Node, message: string): void {
    this.#problems.push(problem(message, node.offset, node.offset + node.length));
  }
}

/** `PropertyNameExpected` in words. */
function explain(code: string): string {
  return `This is not valid JSON: ${code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()}.`;
}

/** Ends the sentence, with the known word that was probably meant. */
function suggestion(word: string, known: readonly string[]): string {
  let best: string | undefined;
  let least = Math.max(2, word.length / 3);
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance > least) continue;
    least = distance - 1;
    best = candidate;
  }
  return best === undefined ? '.' : `; is ${quoted(best)} meant?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

function problem(message: string, start: number, end: number): SettingsProblem {
  return { message, start, end };
}

function quoted(word: string): string {
  return `"${word}"`;
}
