import assert from 'node:assert/strict';
import { AnalysisHost } from '../../server/src/analysis/host';
import { readRole } from '../../server/src/analysis/package-role';
import { createNodeGrammars, GRAMMAR_NAMES } from '../../server/src/edge/node/grammar-files';
import type { ModelIndex } from '../../server/src/facts/resolve';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import type { Language } from '../../server/src/languages/language';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';

const LIBRARY = JSON.stringify({ name: 'pack', version: '1.0.0', main: 'index.js' });
const APPLICATION = JSON.stringify({ name: 'shop', version: '1.0.0', main: 'index.js', scripts: { start: 'node .' } });
const CODE = `const { exec } = require('child_process');
function pack(folder, done) {
  exec('tar cf out.tar ' + folder, done);
}
function helper(folder) {
  exec('ls ' + folder);
}
module.exports = { pack };
`;

describe('library input', () => {
  let grammars: GrammarSet;
  const models = new Map<Language, ModelIndex>();

  before(async () => {
    grammars = await createNodeGrammars();
    for (const name of GRAMMAR_NAMES) await grammars.load(name);
  });

  function host(profile: 'recommended' | 'strict' = 'strict'): AnalysisHost {
    return new AnalysisHost({
      languages: LANGUAGES,
      rules: RULES,
      grammar: (name) => grammars.get(name),
      options: { profile, severities: {}, trusted: true },
      models,
    });
  }

  function found(one: AnalysisHost, uri: string): string[] {
    return one.report(uri).findings.map(({ ruleId, severity, variant }) => `${ruleId} ${severity} ${variant ?? ''}`);
  }

  it('is what a package of others gives exported functions, at a lower severity', () => {
    const one = host();
    one.setManifest('file:///w/package.json', LIBRARY);
    one.setText('file:///w/index.js', CODE);
    assert.deepEqual(found(one, 'file:///w/index.js'), ['command-injection warning library-input']);
    const [{ message, trace }] = one.report('file:///w/index.js').findings;
    assert.match(message, /^folder .*\(library-input\)/);
    assert.match(trace[0].note, /given by whoever calls this library/);
  });

  it('is nothing in an application, without a manifest, or in the recommended profile', () => {
    const application = host();
    application.setManifest('file:///w/package.json', APPLICATION);
    application.setText('file:///w/index.js', CODE);
    assert.deepEqual(found(application, 'file:///w/index.js'), []);
    const bare = host();
    bare.setText('file:///w/index.js', CODE);
    assert.deepEqual(found(bare, 'file:///w/index.js'), []);
    const recommended = host('recommended');
    recommended.setManifest('file:///w/package.json', LIBRARY);
    recommended.setText('file:///w/index.js', CODE);
    assert.deepEqual(found(recommended, 'file:///w/index.js'), []);
  });

  it('follows a manifest that changes, and the nearest one', () => {
    const one = host();
    one.setManifest('file:///w/package.json', APPLICATION);
    one.setText('file:///w/packages/pack/index.js', CODE);
    assert.equal(found(one, 'file:///w/packages/pack/index.js').length, 0);
    one.setManifest('file:///w/packages/pack/package.json', LIBRARY);
    assert.equal(found(one, 'file:///w/packages/pack/index.js').length, 1);
    one.setManifest('file:///w/packages/pack/package.json', APPLICATION);
    assert.equal(found(one, 'file:///w/packages/pack/index.js').length, 0);
  });

  it('concerns code, paths and patterns, too, in Python and Java', () => {
    const one = host();
    one.setManifest('file:///p/pyproject.toml', '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "pack"\n');
    one.setText(
      'file:///p/pack/core.py',
      'import re\n\n\ndef load(name):\n    return open(name).read()\n\n\ndef run(code):\n    return eval(code)\n\n\ndef _own(code):\n    return eval(code)\n\n\ndef search(word, text):\n    return re.search(word, text)\n',
    );
    assert.deepEqual(found(one, 'file:///p/pack/core.py'), [
      'path-traversal information library-input',
      'code-injection warning library-input',
      'regex-dos information library-input',
    ]);
    one.setManifest('file:///j/pom.xml', '<project><artifactId>pack</artifactId><packaging>jar</packaging></project>');
    one.setText(
      'file:///j/src/Pack.java',
      'public class Pack {\n    public byte[] load(String name) throws Exception {\n        return java.nio.file.Files.readAllBytes(java.nio.file.Paths.get(name));\n    }\n}\n',
    );
    assert.deepEqual(found(one, 'file:///j/src/Pack.java'), ['path-traversal information library-input']);
  });

  it('tells packages for others from those that run by themselves', () => {
    const role = (file: string, text: string) => readRole(`file:///w/${file}`, text);
    assert.equal(role('package.json', LIBRARY), 'library');
    assert.equal(role('package.json', APPLICATION), 'application');
    assert.equal(
      role('package.json', '{ "name": "a", "version": "1.0.0", "main": "a.js", "private": true }'),
      'application',
    );
    assert.equal(
      role('package.json', '{ "name": "a", "version": "1.0.0", "main": "a.js", "dependencies": { "express": "4" } }'),
      'application',
    );
    assert.equal(role('package.json', '{'), undefined);
    assert.equal(role('pyproject.toml', '[tool.ruff]\nline-length = 100\n'), undefined);
    assert.equal(
      role('pyproject.toml', '[build-system]\n[project]\nname = "a"\n[project.scripts]\na = "a:main"\n'),
      'application',
    );
    assert.equal(
      role('pyproject.toml', '[build-system]\n[project]\nname = "a"\ndependencies = [\n  "django>=4",\n]\n'),
      'application',
    );
    assert.equal(role('setup.cfg', '[options]\npackages = find:\n'), 'library');
    assert.equal(role('setup.cfg', '[metadata]\nname = a\n'), undefined);
    assert.equal(role('pom.xml', '<project><packaging>war</packaging></project>'), 'application');
    assert.equal(role('pom.xml', '<project><packaging>pom</packaging></project>'), undefined);
    assert.equal(role('build.gradle', "plugins { id 'java-library' }"), 'library');
    assert.equal(role('build.gradle', "plugins { id 'application' }"), 'application');
    assert.equal(role('go.mod', 'module a\n'), undefined);
  });
});
