import { readdirSync, readFileSync } from 'node:fs';
import type { Model } from '../../server/src/facts/model';
import type { ModuleIR } from '../../server/src/ir/ir';
import { read } from '../../server/src/ir/read';
import { MODELS } from './models';

/**
 * A case of a flow fixture: `### title`, then sections that `=== name` opens. `model` holds a model as JSON, every other
 * section is a file of that name in the IR's text form. What must be found is said by comments on its line:
 *
 *   ; source a                        a value enters here, called `a` in what follows
 *   ; finding sql from a              a value from `a` reaches a sink of this kind here
 *   ; finding sql from a via b        … and its trace passes the line of `; step b`
 *   ; config cookie secure=true x=?   effective options of what is configured here; `?` is "not known"
 *
 * What no comment tells of must not be found.
 */
export interface FlowCase {
  readonly file: string;
  readonly title: string;
  readonly models: readonly Model[];
  readonly modules: readonly FlowModule[];
  /** `sql at main:7 from main:6`, sorted. */
  readonly expected: readonly string[];
  readonly expectedConfigs: readonly string[];
  /** Lines that the traces of a finding must pass, by its words. */
  readonly expectedHops: ReadonlyMap<string, readonly string[]>;
}

export interface FlowModule {
  readonly name: string;
  readonly text: string;
  readonly ir: ModuleIR;
}

export function flowCases(): FlowCase[] {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return text
      .split(/^### /m)
      .slice(1)
      .map((part) => flowCase(file, part));
  });
}

function flowCase(file: string, part: string): FlowCase {
  const [heading, ...sections] = part.split(/^=== /m);
  const title = heading.trim();
  const models = [...MODELS];
  const modules: FlowModule[] = [];
  for (const section of sections) {
    const end = section.indexOf('\n');
    const name = section.slice(0, end).trim();
    const text = section.slice(end + 1);
    if (name === 'model') models.push(JSON.parse(text) as Model);
    else modules.push({ name, text, ir: readModule(`${file}, ${title}, ${name}`, name, text) });
  }
  return { file, title, models, modules, ...expectations(title, modules) };
}

function readModule(where: string, name: string, text: string): ModuleIR {
  try {
    return { ...read(text), uri: name, language: 'flow' };
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`);
  }
}

interface Remark {
  readonly place: string;
  readonly words: readonly string[];
}

function expectations(
  title: string,
  modules: readonly FlowModule[],
): Pick<FlowCase, 'expected' | 'expectedConfigs' | 'expectedHops'> {
  const remarks = modules.flatMap(remarksOf);
  const labels = new Map<string, string>();
  for (const { place, words } of remarks) {
    if (words[0] === 'source' || words[0] === 'step') labels.set(words[1], place);
  }
  const placeOf = (label: string): string => {
    const place = labels.get(label);
    if (place === undefined) throw new Error(`${title}: nothing is called ${label}`);
    return place;
  };
  const expected: string[] = [];
  const expectedConfigs: string[] = [];
  const expectedHops = new Map<string, readonly string[]>();
  for (const { place, words } of remarks) {
    const [what, kind, ...rest] = words;
    if (what === 'config') expectedConfigs.push(`${kind} at ${place}: ${rest.join(' ')}`);
    if (what !== 'finding') continue;
    const finding = `${kind} at ${place} from ${placeOf(rest[1])}`;
    expected.push(finding);
    if (rest[2] === 'via') expectedHops.set(finding, rest.slice(3).map(placeOf));
  }
  return { expected: expected.sort(), expectedConfigs: expectedConfigs.sort(), expectedHops };
}

function remarksOf({ name, text }: FlowModule): Remark[] {
  return text.split('\n').flatMap((line, n) =>
    line
      .split(';')
      .slice(1)
      .map((remark) => ({ place: `${name}:${n + 1}`, words: remark.trim().split(/\s+/) })),
  );
}

/** `main:7`, for an offset of a module's text. */
export function placeIn({ name, text }: FlowModule, offset: number): string {
  return `${name}:${text.slice(0, offset).split('\n').length}`;
}
