import type { FileReport } from '../analysis/host';
import type { Finding, Notice, Severity } from '../base/finding';
import type { LineIndex } from '../base/span';
import type { Rule } from '../rules/rule';

/** What one run found, ready to be written in any format. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** Uri of the folder that was scanned, with a slash at the end. */
  readonly root: string;
  readonly files: readonly FileReport[];
  /** What was left out or not understood: skipped files, unreadable folders, settings. */
  readonly notices: readonly Notice[];
  readonly rules: readonly Rule[];
  /** Lines of a file's text, for turning offsets into positions. */
  readonly lines: (uri: string) => LineIndex | undefined;
}

export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  readonly suppressed: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** In the order of files and places. */
export function findingsOf(report: Report): Finding[] {
  return report.files.flatMap(({ findings }) => findings);
}

/** Every notice once: the run's own, then those of the files, among them what was analysed only in part. */
export function noticesOf({ notices, files }: Report): Notice[] {
  const all = [...notices];
  for (const { uri, notices: own, partial } of files) {
    all.push(...own);
    if (partial !== undefined) all.push({ uri, message: `Analysed in part: ${partial}` });
  }
  return all;
}

export function summarize(report: Report): Summary {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let suppressed = 0;
  let filesWithFindings = 0;
  for (const { findings } of report.files) {
    const open = findings.filter((finding) => finding.suppressed === undefined);
    suppressed += findings.length - open.length;
    if (open.length > 0) filesWithFindings++;
    for (const { severity } of open) bySeverity[severity]++;
  }
  const findings = Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
  return { files: report.files.length, filesWithFindings, findings, suppressed, bySeverity };
}
