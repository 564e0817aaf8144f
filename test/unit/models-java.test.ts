import assert from 'node:assert/strict';
import type { Model } from '../../server/src/facts/model';
import { ModelIndex } from '../../server/src/facts/resolve';
import { MODELS } from '../../server/src/languages/java/models.generated';
import { RULES } from '../../server/src/rules/index.generated';
import { examplesOf, importsOf, itModels, itNamesOnce, librariesOf, reachIn, sourcesOf } from './models-support';

const EXAMPLES = examplesOf('java');

/** Weaknesses that the language or its libraries do not have: objects have no prototypes, keys say the algorithm. */
const NOT_HERE = new Set([
  'auth-middleware-order',
  'csrf-protection-missing',
  'csrf-double-submit-unsigned',
  'log-retention-missing',
  'management-endpoint-exposed',
  'trust-proxy-unrestricted',
  'backup-unencrypted',
  'server-timeouts-missing',
  'jwt-algorithms-unpinned',
  'jwt-refresh-not-rotated',
  'mfa-totp-window-wide',
  'webauthn-verification-weak',
  'prototype-pollution',
  'xss-raw-html-api',
]);

describe('Models of Java', () => {
  const index = new ModelIndex(MODELS);

  itModels(MODELS, 'review');
  itNamesOnce(MODELS);

  it('know every library of the examples', () => {
    const known = new Set(MODELS.flatMap(namesOf).map(family));
    const imported = importsOf(EXAMPLES, /^import (?:static )?(?<name>[\w.]+);/gm).filter(
      (name) => !/^(?:org\.w3c|ognl)\b/.test(name),
    );
    const unknown = imported.filter((name) => !known.has(family(name)));
    assert.deepEqual(unknown, []);
  });

  it('have examples of every rule', () => {
    const rules = RULES.map(({ id }) => id).filter((id) => !NOT_HERE.has(id));
    assert.deepEqual(EXAMPLES.map(({ rule }) => rule).sort(), rules.sort());
  });

  describe('reach', () => {
    const { result, argumentKinds } = reachIn(index);

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
});

/** Libraries and declared types that a model speaks of. */
function namesOf(model: Model): string[] {
  const types = Object.values(model.types ?? {})
    .flat()
    .filter((place) => place.startsWith('type '));
  return [...librariesOf(model), ...types.map((place) => place.slice(5))];
}

/** Who publishes it: packages of one publisher begin alike. */
function family(name: string): string {
  return name.split('.').slice(0, 2).join('.');
}
