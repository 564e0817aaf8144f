import type { Finding } from '../base/finding';
import type { FileReport } from './findings';

/** Whether a finding is gone after an edit and nothing at warning or above has come instead, in any file. */
export function isProven(
  finding: Finding,
  before: ReadonlyMap<string, FileReport>,
  after: ReadonlyMap<string, FileReport>,
): boolean {
  for (const [uri, report] of after) {
    const known = before.get(uri);
    if (known === report) continue;
    const had = counts(known?.findings ?? []);
    for (const [ruleId, count] of counts(report.findings)) {
      if (count > (had.get(ruleId) ?? 0)) return false;
    }
  }
  const ofRule = (report: FileReport | undefined): number =>
    report?.findings.filter((one) => one.ruleId === finding.ruleId && !one.suppressed).length ?? 0;
  return ofRule(after.get(finding.uri)) < ofRule(before.get(finding.uri));
}

function counts(findings: readonly Finding[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { ruleId, severity, suppressed } of findings) {
    if (suppressed || (severity !== 'error' && severity !== 'warning')) continue;
    found.set(ruleId, (found.get(ruleId) ?? 0) + 1);
  }
  return found;
}
