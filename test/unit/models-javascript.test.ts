import assert from 'node:assert/strict';
import type { Model } from '../../server/src/facts/model';
import { ModelIndex, type NodeSet } from '../../server/src/facts/resolve';
import { MODELS } from '../../server/src/languages/javascript/models.generated';
import { examplesOf, importsOf, itModels, itNamesOnce, sourcesOf } from './models-support';

describe('Models of JavaScript', () => {
  const index = new ModelIndex(MODELS);

  itModels(MODELS, 'review');
  itNamesOnce(MODELS);

  it('bind values at arguments that exist', () => {
    const binds = sinksOf('sql').flatMap(({ bind }) => (bind ? [bind] : []));
    assert.ok(binds.length > 20);
    for (const { values, at } of binds) assert.equal(at === undefined, values === 'prepared' || values === 'method');
  });

  it('know every library of the examples', () => {
    const own = new Set(['./', '../']);
    const unknown = importsOf(
      examplesOf('javascript'),
      /(?:require\(|from |import\()(['"])(?:node:)?(?<name>[^'"]+)\1/g,
    ).filter((name) => ![...own].some((start) => name.startsWith(start)) && index.imported(name, undefined).isEmpty);
    assert.deepEqual(unknown, []);
  });

  describe('reach', () => {
    it('what comes with a request', () => {
      assert.deepEqual(sourcesOf(handlerOf('express').member('query')), ['remote']);
      assert.deepEqual(sourcesOf(handlerOf('express').member('user')), []);
      assert.deepEqual(sourcesOf(handlerOf('express').member('ip')), []);
      assert.deepEqual(sourcesOf(index.ofType('express#Request').member('body')), ['remote']);
      assert.deepEqual(sourcesOf(index.ofType('koa#Context').member('request').member('body')), ['remote']);
      assert.deepEqual(sourcesOf(index.global('process').member('env')), ['environment']);
    });

    it('what a response does with text', () => {
      const response = index.ofType('express#Response');
      assert.deepEqual(argumentKinds(response.member('send')), ['answer', 'html']);
      assert.deepEqual(argumentKinds(result(response.member('status')).member('send')), ['answer', 'html']);
      assert.deepEqual(argumentKinds(result(response.member('type'), 'text/plain').member('send')), ['answer']);
      assert.deepEqual(argumentKinds(result(response.member('type'), 'html').member('send')), ['answer', 'html']);
      assert.deepEqual(argumentKinds(response.member('json')), ['answer']);
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
    );
    return [...new Set(first.flatMap(({ target }) => index.setOf([target]).sinks.map(({ kind }) => kind)))];
  }
});

function sinksOf(kind: keyof NonNullable<Model['sinks']>) {
  return MODELS.flatMap((model) => model.sinks?.[kind] ?? []).flatMap((sink) =>
    typeof sink === 'string' ? [] : [sink],
  );
}
