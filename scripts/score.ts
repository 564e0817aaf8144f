import fs from 'node:fs';
import path from 'node:path';
import type { Finding } from '../server/src/base/finding';
import { createNodeEngine } from '../server/src/edge/node/engine';
import { RULES } from '../server/src/rules/index.generated';
import { DEFAULT_CONFIGURATION } from '../server/src/workspace/configuration';
import { Project } from '../server/src/workspace/project';
import { loadPaths } from '../server/src/workspace/scan';

/**
 * Scans a labelled corpus and says how well findings agree with the labels: `npm run score -- CORPUS_DIR [--list]`. The
 * labels are a file `expectedresults*.csv` in the corpus, each line the name of a file without its ending, a category,
 * whether it is truly vulnerable, and the CWE. A finding counts for a file when it is in it and of that CWE.
 */
interface Label {
  readonly name: string;
  readonly category: string;
  readonly isReal: boolean;
  readonly cwe: number;
}

interface Counts {
  truePositives: number;
  falseNegatives: number;
  falsePositives: number;
  trueNegatives: number;
  readonly wrong: string[];
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const folder = words.find((word) => !word.startsWith('--'));
  if (folder === undefined) throw new Error('Which corpus? npm run score -- CORPUS_DIR [--list]');
  const labels = readLabels(path.resolve(folder));
  const started = performance.now();
  const { found, lines } = await scan(path.resolve(folder));
  const seconds = (performance.now() - started) / 1000;
  const byCategory = compare(labels, found);
  print(byCategory, words.includes('--list'));
  console.log(`\n${labels.length} labelled files, ${lines} lines, ${seconds.toFixed(1)} s`);
}

function readLabels(folder: string): Label[] {
  const files = fs.readdirSync(folder).filter((name) => /^expectedresults.*\.csv$/i.test(name));
  const newest = files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) throw new Error(`There is no expectedresults*.csv in ${folder}.`);
  return fs
    .readFileSync(path.join(folder, newest), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, category, isReal, cwe] = line.split(',').map((cell) => cell.trim());
      return { name, category, isReal: isReal === 'true', cwe: Number(cwe) };
    });
}

/** The CWEs found, by file name without ending. */
async function scan(folder: string): Promise<{ found: Map<string, Set<number>>; lines: number }> {
  const options = { profile: 'recommended', severities: {}, trusted: true } as const;
  const project = new Project(await createNodeEngine(), options);
  await loadPaths(project, [folder], DEFAULT_CONFIGURATION);
  const found = new Map<string, Set<number>>();
  for (const { uri, findings } of project.host.reports()) {
    const name = path.posix.basename(uri).replace(/\.[^.]+$/, '');
    const cwes = found.get(name) ?? new Set();
    for (const finding of findings.filter(isReported)) for (const cwe of cwesOf(finding)) cwes.add(cwe);
    found.set(name, cwes);
  }
  return { found, lines: project.host.stats().lines };
}

function isReported({ severity, suppressed }: Finding): boolean {
  return suppressed === undefined && severity !== 'hint';
}

/** What the finding says of itself, and what its rule is about in general. */
function cwesOf({ cwe, ruleId }: Finding): number[] {
  return [...cwe, ...(RULES.find(({ id }) => id === ruleId)?.cwe ?? [])];
}

function compare(labels: readonly Label[], found: ReadonlyMap<string, ReadonlySet<number>>): Map<string, Counts> {
  const byCategory = new Map<string, Counts>();
  for (const { name, category, isReal, cwe } of labels) {
    const counts = byCategory.get(category) ?? noCounts();
    byCategory.set(category, counts);
    const isFound = found.get(name)?.has(cwe) === true;
    if (isReal && isFound) counts.truePositives++;
    else if (isReal) counts.falseNegatives++;
    else if (isFound) counts.falsePositives++;
    else counts.trueNegatives++;
    if (isReal !== isFound) counts.wrong.push(`${isReal ? 'missed' : 'wrongly reported'}: ${name}`);
  }
  return byCategory;
}

function noCounts(): Counts {
  return { truePositives: 0, falseNegatives: 0, falsePositives: 0, trueNegatives: 0, wrong: [] };
}

function print(byCategory: ReadonlyMap<string, Counts>, list: boolean): void {
  const categories = [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1));
  const rates = categories.map(([, counts]) => ratesOf(counts));
  const rows = categories.map(([category, counts], index) => row(category, counts, rates[index]));
  const average = (pick: (rate: Rates) => number) => rates.reduce((sum, rate) => sum + pick(rate), 0) / rates.length;
  const averages = {
    tpr: average(({ tpr }) => tpr),
    fpr: average(({ fpr }) => fpr),
    youden: average(({ youden }) => youden),
  };
  table([
    ['category', 'TP', 'FN', 'FP', 'TN', 'TPR', 'FPR', 'Youden'],
    ...rows,
    ['average', '', '', '', '', ...[averages.tpr, averages.fpr, averages.youden].map(decimal)],
  ]);
  if (list) for (const [category, { wrong }] of categories) for (const one of wrong) console.log(`${category} ${one}`);
}

interface Rates {
  readonly tpr: number;
  readonly fpr: number;
  readonly youden: number;
}

function ratesOf({ truePositives, falseNegatives, falsePositives, trueNegatives }: Counts): Rates {
  const tpr = ratio(truePositives, truePositives + falseNegatives);
  const fpr = ratio(falsePositives, falsePositives + trueNegatives);
  return { tpr, fpr, youden: tpr - fpr };
}

function row(category: string, counts: Counts, { tpr, fpr, youden }: Rates): string[] {
  const { truePositives, falseNegatives, falsePositives, trueNegatives } = counts;
  return [
    category,
    ...[truePositives, falseNegatives, falsePositives, trueNegatives].map(String),
    ...[tpr, fpr, youden].map(decimal),
  ];
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function decimal(value: number): string {
  return value.toFixed(3);
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows) {
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  }
}

main().catch((error: Error) => {
  console.error(`score: ${error.message}`);
  process.exitCode = 2;
});
