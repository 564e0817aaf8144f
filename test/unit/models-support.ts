import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { ConfigSpec, Model } from '../../server/src/facts/model';
import { ModelIndex, type NodeSet } from '../../server/src/facts/resolve';

/** Words of configured things that are not about one option. */
const CALL_WORDS = [
  'from',
  'import',
  'before',
  'of',
  'call',
  'rewrite',
  'rewrite2',
  'to',
  'use',
  'environment',
  'secret',
  'remove',
  'safe',
  'safe-to',
];

/** What holds for the models of every language; `more` are words of its configured things beside those of all. */
export function itModels(models: readonly Model[], ...more: string[]): void {
  const configs = models.flatMap((model): readonly ConfigSpec[] => model.configs ?? []);

  it('have places, selectors and types that can be read', () => {
    assert.deepEqual(new ModelIndex(models).problems, []);
  });

  it('have what their conventions and supertypes name', () => {
    const known = new Set(models.flatMap(({ library, types }) => Object.keys(types ?? {}).map(ofLibrary(library))));
    const named = models.flatMap((model) => [...supertypes(model), ...conventionTypes(model)]);
    assert.deepEqual(
      named.filter((type) => !known.has(type)),
      [],
    );
  });

  it('take handlers with the same parameters for the same thing', () => {
    const parameters = models.flatMap((model) => model.conventions ?? []).map((each) => each.parameters.join(', '));
    assert.deepEqual(repeated(parameters), []);
  });

  it('have words for options that they have', () => {
    const callWords = new Set([...CALL_WORDS, ...more]);
    const words = configs.flatMap(({ at, fix, options }) =>
      Object.keys(fix ?? {})
        .filter((word) => !callWords.has(word) && !Object.hasOwn(options, word))
        .map((word) => `${at} ${word}`),
    );
    assert.deepEqual(words, []);
  });

  it('say either what a setter means or where its value is', () => {
    const mixed = configs.flatMap(({ at, options }) =>
      Object.entries(options)
        .filter(([, { from, means }]) => means !== undefined && from.some((way) => way.includes('$')))
        .map(([name]) => `${at} ${name}`),
    );
    assert.deepEqual(mixed, []);
  });
}

export function itNamesOnce(models: readonly Model[]): void {
  it('name each library once', () => {
    assert.deepEqual(repeated(models.flatMap(librariesOf)), []);
  });
}

export function librariesOf({ library, aliases }: Model): string[] {
  return [library, ...(aliases ?? [])];
}

const ofLibrary =
  (library: string) =>
  (type: string): string =>
    type.includes(':') ? type : `${library}:${type}`;

function supertypes({ library, extends: types }: Model): string[] {
  return Object.values(types ?? {})
    .flat()
    .map(ofLibrary(library));
}

function conventionTypes({ library, conventions }: Model): string[] {
  return (conventions ?? [])
    .flatMap(({ types }) => types)
    .filter((type) => type !== '')
    .map(ofLibrary(library));
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

export interface ExampleText {
  readonly rule: string;
  readonly text: string;
}

/** The examples of a language, one text a rule. */
export function examplesOf(language: string): ExampleText[] {
  const folder = path.resolve(__dirname, `../../server/src/languages/${language}/examples`);
  return fs
    .readdirSync(folder)
    .map((file) => ({ rule: file.replace(/\.md$/, ''), text: fs.readFileSync(path.join(folder, file), 'utf8') }));
}

/** What examples import: the group `name` of each match. */
export function importsOf(examples: readonly ExampleText[], pattern: RegExp): string[] {
  const matches = examples.flatMap(({ text }) => [...text.matchAll(pattern)]);
  return [...new Set(matches.map(({ groups }) => groups?.name ?? ''))];
}

export function sourcesOf(value: NodeSet): string[] {
  return value.sources.map(({ kind }) => kind);
}

export interface Reach {
  /** What a call gives, whatever it is given. */
  result(callee: NodeSet): NodeSet;
  /** Kinds of sinks that an argument of a call reaches. */
  argumentKinds(callee: NodeSet, position?: number): string[];
}

export function reachIn(index: ModelIndex): Reach {
  return {
    result: (callee) => index.setOf(callee.calls.map(({ target }) => target)),
    argumentKinds(callee, position = 0) {
      const edges = callee.args.filter(({ selector }) => selector.what === 'index' && selector.index === position);
      return [...new Set(edges.flatMap(({ target }) => index.setOf([target]).sinks.map(({ kind }) => kind)))];
    },
  };
}
