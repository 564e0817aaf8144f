import assert from 'node:assert/strict';
import { ModelIndex } from '../../server/src/facts/resolve';
import { MODELS } from '../../server/src/languages/go/models.generated';
import { RULES } from '../../server/src/rules/index.generated';
import { examplesOf, importsOf, itModels, itNamesOnce, librariesOf, reachIn, sourcesOf } from './models-support';

const EXAMPLES = examplesOf('go');

describe('Models of Go', () => {
  const index = new ModelIndex(MODELS);

  itModels(MODELS, 'review');
  itNamesOnce(MODELS);

  it('know every library of the examples', () => {
    const known = new Set(MODELS.flatMap(librariesOf));
    // Packages that add nothing to what is followed.
    const silent = new Set([
      'crypto/rand',
      'crypto/x509',
      'math/big',
      'github.com/go-redis/redis',
      'github.com/lestrrat-go/jwx/jwa',
      'github.com/lestrrat-go/jwx/v2/jwa',
    ]);
    const unknown = importsOf(EXAMPLES, /^(?:import |\t)"(?<name>[\w./-]+)"$/gm).filter(
      (name) => !known.has(name) && !silent.has(name),
    );
    assert.deepEqual(unknown, []);
  });

  it('have examples of rules only', () => {
    const rules = new Set(RULES.map(({ id }) => id));
    assert.deepEqual(
      EXAMPLES.filter(({ rule }) => !rules.has(rule)),
      [],
    );
  });

  describe('reach', () => {
    const { result, argumentKinds } = reachIn(index);

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
});
