import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { ConfigSpec, Model } from '../../server/src/facts/model';
import { ModelIndex, type NodeSet } from '../../server/src/facts/resolve';
import { MODELS } from '../../server/src/languages/java/models.generated';
import { RULES } from '../../server/src/rules/index.generated';

const EXAMPLES = path.resolve(__dirname, '../../server/src/languages/java/examples');

/** Weaknesses that the libraries of this language do not have: their keys say the algorithm. */
const NOT_HERE = new Set(['jwt-algorithms-unpinned']);

describe('Models of Java', () => {
  const index = new ModelIndex(MODELS);

  it('have places, selectors and types that can be read', () => {
    assert.deepEqual(index.problems, []);
  });

  it('name each library once', () => {
    assert.deepEqual(repeated(MODELS.flatMap(librariesOf)), []);
  });

  it('have the supertypes that they name', () => {
    const known = new Set(
      MODELS.flatMap(({ library, types }) => Object.keys(types ?? {}).map((type) => `${library}:${type}`)),
    );
    const named = MODELS.flatMap(({ library, extends: types }) =>
      Object.values(types ?? {})
        .flat()
        .map((type) => (type.includes(':') ? type : `${library}:${type}`)),
    );
    assert.deepEqual(
      named.filter((type) => !known.has(type)),
      [],
    );
  });

  it('have words for options that they have', () => {
    const words = configs().flatMap(({ at, fix, options }) =>
      Object.keys(fix ?? {})
        .filter((word) => !CALL_WORDS.has(word) && !Object.hasOwn(options, word))
        .map((word) => `${at} ${word}`),
    );
    assert.deepEqual(words, []);
  });

  it('say either what a setter means or where its value is', () => {
    const mixed = configs().flatMap(({ at, options }) =>
      Object.entries(options)
        .filter(([, { from, means }]) => means !== undefined && from.some((way) => way.includes('$')))
        .map(([name]) => `${at} ${name}`),
    );
    assert.deepEqual(mixed, []);
  });

  it('know every library of the examples', () => {
    const known = new Set(MODELS.flatMap(namesOf).map(family));
    const unknown = exampleImports().filter((name) => !known.has(family(name)));
    assert.deepEqual(unknown, []);
  });

  it('have examples of every rule', () => {
    const files = fs.readdirSync(EXAMPLES).map((name) => name.replace(/\.md$/, ''));
    const rules = RULES.map(({ id }) => id).filter((id) => !NOT_HERE.has(id));
    assert.deepEqual([...files].sort(), [...rules].sort());
  });

  describe('reach', () => {
    it('what comes with a request, under both names of the package', () => {
      for (const prefix of ['javax', 'jakarta']) {
        const request = index.ofType(`${prefix}.servlet.http.HttpServletRequest`);
        assert.deepEqual(sourcesOf(result(request.member('getParameter'))), ['remote']);
        assert.deepEqual(sourcesOf(result(request.member('getMethod'))), []);
        const session = result(request.member('getSession'));
        assert.deepEqual(argumentKinds(session.member('setAttribute'), 1), ['session']);
      }
    });

    it('statements by their types and by the calls that make them', () => {
      const statement = index.ofType('java.sql.Statement');
      assert.deepEqual(argumentKinds(statement.member('executeQuery')), ['sql']);
      assert.deepEqual(argumentKinds(index.ofType('java.sql.PreparedStatement').member('addBatch')), ['sql']);
      const connection = result(index.named('java.sql.DriverManager').member('getConnection'));
      assert.deepEqual(argumentKinds(result(connection.member('createStatement')).member('execute')), ['sql']);
      assert.deepEqual(argumentKinds(index.ofType('org.hibernate.Session').member('createQuery')), ['sql']);
    });

    it('constructors and static members beside the values of a class', () => {
      assert.deepEqual(argumentKinds(index.named('java.io.File')), ['path']);
      assert.deepEqual(argumentKinds(index.named('java.lang.Class').member('forName')), ['code']);
      assert.deepEqual(argumentKinds(index.ofType('java.lang.String').member('matches')), ['regex']);
      const runtime = result(index.named('java.lang.Runtime').member('getRuntime'));
      assert.deepEqual(argumentKinds(runtime.member('exec')), ['shell']);
    });

    it('what is made of a database stays apart from what it was asked', () => {
      const client = index.ofType('org.springframework.jdbc.core.JdbcTemplate');
      assert.deepEqual(argumentKinds(client.member('queryForObject')), ['sql']);
      assert.ok(client.member('queryForObject').effects.some(({ what }) => what === 'propagator'));
    });
  });

  function sourcesOf(value: NodeSet): string[] {
    return value.sources.map(({ kind }) => kind);
  }

  function result(callee: NodeSet): NodeSet {
    return index.setOf(callee.calls.map(({ target }) => target));
  }

  /** Kinds of sinks that an argument of a call reaches. */
  function argumentKinds(callee: NodeSet, position = 0): string[] {
    const edges = callee.args.filter(({ selector }) => selector.what === 'index' && selector.index === position);
    return [...new Set(edges.flatMap(({ target }) => index.setOf([target]).sinks.map(({ kind }) => kind)))];
  }
});

/** Words of configured things that are not about one option. */
const CALL_WORDS = new Set(['call', 'to', 'use', 'environment', 'safe', 'safe-to']);

function configs(): readonly ConfigSpec[] {
  return MODELS.flatMap((model) => model.configs ?? []);
}

function librariesOf({ library, aliases }: Model): string[] {
  return [library, ...(aliases ?? [])].filter((name) => name !== '');
}

/** Libraries and declared types that a model speaks of. */
function namesOf(model: Model): string[] {
  const types = Object.values(model.types ?? {})
    .flat()
    .filter((place) => place.startsWith('type ')); // prettier-ignore
  return [...librariesOf(model), ...types.map((place) => place.slice(5))];
}

/** Who publishes it: packages of one publisher begin alike. */
function family(name: string): string {
  return name.split('.').slice(0, 2).join('.');
}

function exampleImports(): string[] {
  const texts = fs.readdirSync(EXAMPLES).map((name) => fs.readFileSync(path.join(EXAMPLES, name), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/^import (?:static )?([\w.]+);/gm)].map(([, name]) => name));
  return [...new Set(names)].filter((name) => !/^(?:org\.w3c|ognl)\b/.test(name));
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}
