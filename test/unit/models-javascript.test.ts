import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Model } from '../../server/src/facts/model';
import { ModelIndex, type NodeSet } from '../../server/src/facts/resolve';
import { MODELS } from '../../server/src/languages/javascript/models.generated';

const EXAMPLES = path.resolve(__dirname, '../../server/src/languages/javascript/examples');

describe('Models of JavaScript', () => {
  const index = new ModelIndex(MODELS);

  it('have places, selectors and types that can be read', () => {
    assert.deepEqual(index.problems, []);
  });

  it('name each library once', () => {
    const names = MODELS.flatMap(({ library, aliases }) => [library, ...(aliases ?? [])]);
    assert.deepEqual(repeated(names), []);
  });

  it('have what their conventions and supertypes name', () => {
    const known = new Set(
      MODELS.flatMap((model) => Object.keys(model.types ?? {}).map((type) => `${model.library}:${type}`)),
    );
    const named = MODELS.flatMap((model) => [...supertypes(model), ...conventionTypes(model)]);
    assert.deepEqual(
      named.filter((type) => !known.has(type)),
      [],
    ); // prettier-ignore
  });

  it('take handlers with the same parameters for the same thing', () => {
    const parameters = MODELS.flatMap((model) => model.conventions ?? []).map((each) => each.parameters.join(', '));
    assert.deepEqual(repeated(parameters), []);
  });

  it('have words for options that they have', () => {
    const words = MODELS.flatMap((model) =>
      (model.configs ?? []).flatMap(({ at, fix, options }) =>
        Object.keys(fix ?? {})
          .filter((word) => !CALL_WORDS.has(word) && !Object.hasOwn(options, word))
          .map((word) => `${at} ${word}`),
      ),
    );
    assert.deepEqual(words, []);
  });

  it('bind values at arguments that exist', () => {
    const binds = sinksOf('sql').flatMap(({ bind }) => (bind ? [bind] : []));
    assert.ok(binds.length > 20);
    for (const { values, at } of binds) assert.equal(at === undefined, values === 'prepared' || values === 'method');
  });

  it('know every library of the examples', () => {
    const own = new Set(['./', '../']);
    const unknown = exampleImports().filter(
      (name) => ![...own].some((start) => name.startsWith(start)) && index.imported(name, undefined).isEmpty,
    );
    assert.deepEqual(unknown, []);
  });

  describe('reach', () => {
    it('what comes with a request', () => {
      const sources = (value: NodeSet): string[] => value.sources.map(({ kind }) => kind);
      assert.deepEqual(sources(handlerOf('express').member('query')), ['remote']);
      assert.deepEqual(sources(handlerOf('express').member('user')), []);
      assert.deepEqual(sources(handlerOf('express').member('ip')), []);
      assert.deepEqual(sources(index.ofType('express#Request').member('body')), ['remote']);
      assert.deepEqual(sources(index.ofType('koa#Context').member('request').member('body')), ['remote']);
      assert.deepEqual(sources(index.global('process').member('env')), ['environment']);
    });

    it('what a response does with text', () => {
      const response = index.ofType('express#Response');
      assert.deepEqual(argumentKinds(response.member('send')), ['html']);
      assert.deepEqual(argumentKinds(result(response.member('status')).member('send')), ['html']);
      assert.deepEqual(argumentKinds(result(response.member('type'), 'text/plain').member('send')), []);
      assert.deepEqual(argumentKinds(result(response.member('type'), 'html').member('send')), ['html']);
      assert.deepEqual(argumentKinds(response.member('json')), []);
    });

    it('drivers by their calls, types and chains', () => {
      assert.deepEqual(argumentKinds(result(index.imported('pg', 'Pool')).member('query')), ['sql']);
      assert.deepEqual(argumentKinds(index.ofType('typeorm#Repository').member('query')), ['sql']);
      const knex = result(index.imported('knex', 'default'));
      assert.deepEqual(argumentKinds(result(result(knex).member('select')).member('whereRaw')), ['sql']);
      const sqlite = result(index.imported('sqlite3', undefined).member('verbose')).member('Database');
      assert.deepEqual(argumentKinds(result(sqlite).member('run')), ['sql']);
    });

    it('modules by every name and form of import', () => {
      assert.deepEqual(argumentKinds(index.imported('fs', undefined).member('readFile')), ['path']);
      assert.deepEqual(argumentKinds(index.imported('fs', undefined).member('promises').member('readFile')), ['path']);
      assert.deepEqual(argumentKinds(index.imported('fs/promises', 'readFile')), ['path']);
      assert.deepEqual(argumentKinds(index.imported('axios', 'default')), ['url']);
      assert.deepEqual(argumentKinds(index.imported('https', 'get')), ['url']);
    });
  });

  function handlerOf(library: string): NodeSet {
    const app = result(index.imported(library, undefined));
    const { args } = app.member('get');
    const handlers = args.map(({ target }) => index.setOf([target])).filter(({ params }) => params.length > 0);
    return index.setOf(
      handlers.flatMap(({ params }) => params.filter(({ of }) => of === 0).map(({ target }) => target)),
    );
  }

  /** What a call gives whose first argument may be known. */
  function result(callee: NodeSet, ...args: string[]): NodeSet {
    const calls = callee.calls.filter(({ constraints }) =>
      constraints.every(({ argument, value }) => typeof argument === 'number' && args[argument] === value),
    );
    return index.setOf(calls.map(({ target }) => target));
  }

  /** Kinds of sinks that the first argument of a call reaches. */
  function argumentKinds(callee: NodeSet): string[] {
    const first = callee.args.filter(
      ({ selector, constraints }) =>
        selector.what === 'index' && selector.index === 0 && selector.path.length === 0 && constraints.length === 0,
    ); // prettier-ignore
    return [...new Set(first.flatMap(({ target }) => index.setOf([target]).sinks.map(({ kind }) => kind)))];
  }
});

/** Words of configured things that are not about one option. */
const CALL_WORDS = new Set(['review', 'call', 'to', 'use', 'environment', 'safe', 'safe-to']);

function sinksOf(kind: keyof NonNullable<Model['sinks']>) {
  return MODELS.flatMap((model) => model.sinks?.[kind] ?? []).flatMap((sink) =>
    typeof sink === 'string' ? [] : [sink],
  );
}

function supertypes({ library, extends: types }: Model): string[] {
  return Object.values(types ?? {})
    .flat()
    .map((type) => (type.includes(':') ? type : `${library}:${type}`));
}

function conventionTypes({ library, conventions }: Model): string[] {
  return (conventions ?? [])
    .flatMap(({ types }) => types)
    .filter((type) => type !== '')
    .map((type) => (type.includes(':') ? type : `${library}:${type}`));
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

function exampleImports(): string[] {
  const texts = fs.readdirSync(EXAMPLES).map((name) => fs.readFileSync(path.join(EXAMPLES, name), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:require\(|from |import\()(['"])([^'"]+)\1/g)].map(([, , name]) => name.replace(/^node:/, '')),
  );
  return [...new Set(names)];
}
