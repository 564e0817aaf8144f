import type { Finding, Notice, Place, Severity } from '../base/finding';
import { type Region, regionOf, relativeName } from './places';
import { findingsOf, noticesOf, type Report, summarize } from './report';

export interface TextOptions {
  readonly color: boolean;
  /** A file's name as the reader's terminal understands it. */
  readonly name: (uri: string) => string;
}

const ESCAPES = { red: 31, yellow: 33, blue: 34, dim: 2, bold: 1, green: 32 } as const;
type Style = keyof typeof ESCAPES;

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

/** For people: one line a finding that terminals can jump to, the way of the value below it, and a summary. */
export function renderText(report: Report, options: TextOptions): string {
  const open = findingsOf(report).filter(({ suppressed }) => suppressed === undefined);
  const blocks = open.map((finding) => renderFinding(report, finding, options));
  return `${[...blocks, renderSummary(report, options)].join('\n')}\n`;
}

/** One line a notice, for the error stream. */
export function renderNotices(report: Report, { name }: Pick<TextOptions, 'name'>): string {
  return noticesOf(report)
    .map((notice) => `${noticePlace(report, notice, name)}: ${notice.message}\n`)
    .join('');
}

export function defaultName(report: Pick<Report, 'root'>): (uri: string) => string {
  return (uri) => relativeName(report.root, uri);
}

function renderFinding(report: Report, finding: Finding, options: TextOptions): string {
  const { severity, message, ruleId } = finding;
  const paint = painter(options.color);
  const head = `${paint('bold', placeOf(report, finding, options.name))} ${paint(SEVERITY_STYLE[severity], severity)} ${oneLine(message)} ${paint('dim', `[${ruleId}]`)}`;
  if (finding.trace.length < 2) return head;
  const steps = finding.trace.map((step, index) => {
    return `    ${index + 1}. ${paint('dim', placeOf(report, step, options.name))} ${oneLine(step.note)}`;
  });
  return [head, ...steps].join('\n');
}

function renderSummary(report: Report, options: TextOptions): string {
  const { findings, files, filesWithFindings, bySeverity, suppressed } = summarize(report);
  const paint = painter(options.color);
  const hidden = suppressed === 0 ? '' : ` ${suppressed} suppressed.`;
  if (findings === 0) return paint('green', `No findings in ${count(files, 'file')}.${hidden}`);
  const parts = (Object.keys(bySeverity) as Severity[])
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => count(bySeverity[severity], NOUNS[severity]));
  const summary = `${count(findings, 'finding')} (${parts.join(', ')}) in ${filesWithFindings} of ${count(files, 'file')}.`;
  return `\n${paint('bold', summary)}${hidden}`;
}

const NOUNS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

function placeOf(report: Report, place: Place, name: (uri: string) => string): string {
  return withRegion(name(place.uri), regionOf(report.lines(place.uri), place));
}

function noticePlace(report: Report, { uri, start }: Notice, name: (uri: string) => string): string {
  if (start === undefined) return name(uri);
  return withRegion(name(uri), regionOf(report.lines(uri), { start, end: start }));
}

function withRegion(name: string, region: Region | undefined): string {
  return region ? `${name}:${region.line}:${region.column}` : name;
}

/** What stands in the scanned code may hold line breaks and terminal codes; neither may change what is shown. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}

function painter(color: boolean): (style: Style, text: string) => string {
  return color ? (style, text) => `\u001b[${ESCAPES[style]}m${text}\u001b[0m` : (_, text) => text;
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
