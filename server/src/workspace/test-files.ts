const TEST_FOLDERS = new Set([
  '__fixtures__',
  '__mocks__',
  '__tests__',
  'cypress',
  'demo',
  'demos',
  'e2e',
  'example',
  'examples',
  'fixture',
  'fixtures',
  'generated',
  'mocks',
  'sample',
  'samples',
  'spec',
  'specs',
  'test',
  'testdata',
  'testing',
  'tests',
]);

const TEST_FILES = [
  /\.(?:test|tests|spec|e2e|cy|stories|mock|fixture)\.[^.]+$/,
  /_(?:test|tests|testing|spec)\.[^.]+$/,
  /^test_.*\.py$/,
  /^conftest\.py$/,
  /(?:Test|Tests|TestCase|IT)\.(?:java|kt|groovy|scala|cs)$/,
];

/** The marks that generators leave at the top of what they write. */
const GENERATED =
  /@generated\b|\bcode generated\b[^\n]*\bdo not edit\b|\bauto-?generated\b[^\n]*\bdo not (?:edit|modify)\b/i;

const HEAD = 1000;

/**
 * Whether a file is there to test, to show or to be produced, judged by its path relative to what is scanned: a project
 * that happens to lie below a folder called `test` is still a project.
 */
export function isTestPath(relativePath: string): boolean {
  const parts = relativePath.split('/');
  const name = parts.pop() ?? '';
  return parts.some((folder) => TEST_FOLDERS.has(folder.toLowerCase())) || TEST_FILES.some((one) => one.test(name));
}

export function looksGenerated(text: string): boolean {
  return GENERATED.test(text.slice(0, HEAD));
}
