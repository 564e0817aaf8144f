import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { ConfigSpec, Model } from '../../server/src/facts/model';
import { ModelIndex, type NodeSet } from '../../server/src/facts/resolve';
import { MODELS } from '../../server/src/languages/go/models.generated';
import { RULES } from '../../server/src/rules/index.generated';

const EXAMPLES = path.resolve(__dirname, '../../server/src/languages/go/examples');

describe('Models of Go', () => {
  const index = new ModelIndex(MODELS);

  it('have places, selectors and types that can be read', () => {
    assert.deepEqual(index.problems, []);
  });

  it('name each library once', () => {
    const names = MODELS.flatMap(librariesOf);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
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

  it('know every library of the examples', () => {
    const known = new Set(MODELS.flatMap(librariesOf));
    // Packages that add nothing to what is followed.
    const silent = new Set(['crypto/rand', 'crypto/x509', 'math/big', 'github.com/go-redis/redis']);
    const unknown = exampleImports().filter((name) => !known.has(name) && !silent.has(name));
    assert.deepEqual(unknown, []);
  });

  it('have examples of rules only', () => {
    const rules = new Set(RULES.map(({ id }) => id));
    const files = fs.readdirSync(EXAMPLES).map((name) => name.replace(/\.md$/, ''));
    assert.deepEqual(
      files.filter((name) => !rules.has(name)),
      [],
    );
  });

  describe('reach', () => {
    it('what comes with a request, by the types of parameters', () => {
      const request = index.ofType('net/http#Request');
      assert.deepEqual(sourcesOf(result(request.member('FormValue'))), ['remote']);
      assert.deepEqual(sourcesOf(result(request.member('Context'))), []);
      const gin = index.ofType('github.com/gin-gonic/gin#Context');
      assert.deepEqual(sourcesOf(result(gin.member('Query'))), ['remote']);
      assert.deepEqual(sourcesOf(result(gin.member('Request').member('FormValue'))), ['remote']);
    });

    it('databases by their types and by the calls that open them', () => {
      assert.deepEqual(argumentKinds(index.ofType('database/sql#DB').member('Query')), ['sql']);
      const opened = result(index.imported('database/sql', 'Open')).member('0');
      assert.deepEqual(argumentKinds(opened.member('ExecContext'), 1), ['sql']);
      assert.deepEqual(argumentKinds(result(index.ofType('gorm.io/gorm#DB').member('Model')).member('Where')), ['sql']);
    });

    it('functions of packages by their whole paths', () => {
      assert.deepEqual(argumentKinds(index.imported('os/exec', 'Command')), ['shell']);
      assert.deepEqual(argumentKinds(index.imported('net/http', 'Get')), ['url']);
      assert.deepEqual(argumentKinds(index.imported('github.com/go-ldap/ldap/v3', 'NewSearchRequest'), 6), ['ldap']);
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

function exampleImports(): string[] {
  const texts = fs.readdirSync(EXAMPLES).map((name) => fs.readFileSync(path.join(EXAMPLES, name), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/^(?:import |\t)"([\w./-]+)"$/gm)].map(([, name]) => name));
  return [...new Set(names)];
}
