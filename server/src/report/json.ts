import type { Finding, Notice, Place } from '../base/finding';
import { regionOf, relativeName } from './places';
import { findingsOf, noticesOf, type Report, summarize } from './report';

/** For scripts: everything known about each finding, positions counted from one. */
export function renderJson(report: Report): string {
  const { tool, root } = report;
  const document = {
    tool: { name: tool.name, version: tool.version },
    root,
    summary: summarize(report),
    findings: findingsOf(report).map((finding) => describe(report, finding)),
    notices: noticesOf(report).map((notice) => describeNotice(report, notice)),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function describe(report: Report, finding: Finding) {
  return {
    rule: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    ...locate(report, finding),
    cwe: finding.cwe,
    variant: finding.variant,
    fingerprint: finding.fingerprint,
    suppressed: finding.suppressed && { reason: finding.suppressed.reason },
    trace: finding.trace.map((step) => ({ ...locate(report, step), note: step.note })),
  };
}

function describeNotice(report: Report, { uri, message, start, end }: Notice) {
  const place =
    start === undefined ? { file: relativeName(report.root, uri) } : locate(report, { uri, start, end: end ?? start });
  return { ...place, message };
}

function locate(report: Report, place: Place) {
  return { file: relativeName(report.root, place.uri), ...regionOf(report.lines(place.uri), place) };
}
