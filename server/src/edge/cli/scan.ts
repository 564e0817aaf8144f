import * as fs from 'node:fs';
import { version } from '../../../../package.json';
import type { AnalysisHost } from '../../analysis/host';
import type { Finding } from '../../base/finding';
import { renderJson } from '../../report/json';
import { findingsOf, type Report } from '../../report/report';
import { renderSarif } from '../../report/sarif';
import { count, renderNotices, renderText } from '../../report/text';
import { RULES } from '../../rules/index.generated';
import { pathOfUri, uriOfPath } from '../../workspace/paths';
import { displayName, load } from './loading';
import type { CreateEngine, ExitCode } from './program';

export interface ScanOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly output?: string;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly config?: string;
  readonly stats?: boolean;
}

export async function runScan(
  paths: readonly string[],
  options: ScanOptions,
  createEngine: CreateEngine,
): Promise<ExitCode> {
  const started = performance.now();
  const { project, root, notices } = await load(paths, options.config, createEngine);
  const report: Report = {
    tool: { name: 'backend-security-coder', version },
    root: withSlash(uriOfPath(root)),
    files: project.host.reports(),
    notices,
    rules: RULES,
    lines: (uri) => project.lines(uri),
  };
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(renderNotices(report, { name: nameOf }));
  write(report, options);
  if (options.stats) process.stderr.write(describeStats(project.host, seconds));
  return findingsOf(report).some((finding) => fails(finding, options.failOn)) ? 1 : 0;
}

function write(report: Report, { format, output }: ScanOptions): void {
  const text = render(report, format, output === undefined && wantsColor());
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  fs.writeFileSync(output, text);
  process.stderr.write(`The report is in ${output}.\n`);
}

function render(report: Report, format: ScanOptions['format'], color: boolean): string {
  switch (format) {
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(report);
    case 'text':
      return renderText(report, { color, name: nameOf });
  }
}

function fails({ severity, suppressed }: Finding, failOn: ScanOptions['failOn']): boolean {
  if (suppressed || failOn === 'never') return false;
  return severity === 'error' || (severity === 'warning' && failOn === 'warning');
}

function describeStats(host: AnalysisHost, seconds: number): string {
  const { files, lines, functions, opaque, partial } = host.stats();
  const opaqueKinds = Object.entries(opaque).sort(([, a], [, b]) => b - a);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    `${count(files, 'file')}, ${count(lines, 'line')}, ${count(functions, 'function')} in ${seconds.toFixed(2)} s`,
    `${Math.round(lines / seconds).toLocaleString('en')} lines per second, ${megabytes} MB at most`,
    `${count(partial, 'file')} analysed in part`,
    `not translated: ${opaqueKinds.length === 0 ? 'nothing' : ''}`,
    ...opaqueKinds.map(([kind, times]) => `  ${String(times).padStart(6)}  ${kind}`),
  ]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function wantsColor(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}

export function nameOf(uri: string): string {
  return displayName(uri, pathOfUri(uri) ?? '');
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
