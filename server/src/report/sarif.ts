import type {
  CodeFlow,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';
import type { Finding, Notice, Place, Severity } from '../base/finding';
import type { Rule } from '../rules/rule';
import { ruleHelp, ruleHelpText } from './markdown';
import { regionOf, relativeUri } from './places';
import { findingsOf, noticesOf, type Report } from './report';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = 'SRCROOT';
const FINGERPRINT = 'backendSecurity/v1';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const SCORES: Readonly<Record<Severity, string>> = { error: '8.1', warning: '5.9', information: '3.1', hint: '1.0' };
/** Weaknesses that usually end with somebody else's code or queries running. */
const CRITICAL_CWES = new Set([77, 78, 89, 94, 95, 502, 917, 943, 1336]);
const CRITICAL_SCORE = '9.3';

/** SARIF 2.1.0, for code scanning services and viewers. */
export function renderSarif(report: Report): string {
  return `${JSON.stringify(sarifLog(report), undefined, 2)}\n`;
}

export function sarifLog(report: Report): Log {
  const { tool, rules, root } = report;
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            rules: rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: root } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: noticesOf(report).map((notice) => describeNotice(report, notice)),
          },
        ],
        results: findingsOf(report).map((finding) => describeFinding(report, finding, indexes.get(finding.ruleId))),
      },
    ],
  };
}

function describeRule(rule: Rule): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase()),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.why },
    helpUri: rule.references[0],
    help: { text: ruleHelpText(rule), markdown: ruleHelp(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity], enabled: rule.profile === 'recommended' },
    properties: {
      tags: ['security', ...rule.cwe.map(cweTag), ...rule.owasp.map((id) => `external/owasp/${id}`)],
      precision: rule.precision,
      'security-severity': scoreOf(rule),
      'problem.severity': PROBLEM_SEVERITIES[rule.severity],
    },
  };
}

const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
  hint: 'recommendation',
};

function cweTag(cwe: number): string {
  return `external/cwe/cwe-${String(cwe).padStart(3, '0')}`;
}

function scoreOf(rule: Rule): string {
  const isCritical = rule.severity === 'error' && rule.cwe.some((cwe) => CRITICAL_CWES.has(cwe));
  return isCritical ? CRITICAL_SCORE : SCORES[rule.severity];
}

function describeFinding(report: Report, finding: Finding, ruleIndex: number | undefined): Result {
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(report, finding) }],
    partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
    codeFlows: finding.trace.length > 1 ? [codeFlow(report, finding)] : undefined,
    // The format asks that all results have this property when any has.
    suppressions: finding.suppressed ? [suppression(report, finding.uri, finding.suppressed)] : [],
    properties: finding.variant === undefined ? undefined : { variant: finding.variant },
  };
}

function codeFlow(report: Report, { trace }: Finding): CodeFlow {
  const locations = trace.map((step) => ({
    location: { physicalLocation: physical(report, step), message: { text: step.note } },
  }));
  return { threadFlows: [{ locations }] };
}

function suppression(report: Report, uri: string, suppressed: NonNullable<Finding['suppressed']>): Suppression {
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: suppressed.reason,
    location: { physicalLocation: physical(report, { uri, ...suppressed }) },
  };
}

function describeNotice(report: Report, { uri, message, start, end }: Notice): Notification {
  const place = start === undefined ? undefined : { uri, start, end: end ?? start };
  const location: Location = {
    physicalLocation: place ? physical(report, place) : { artifactLocation: artifact(report, uri) },
  };
  return { level: 'note', message: { text: message }, locations: [location] };
}

function physical(report: Report, place: Place): PhysicalLocation {
  const region = regionOf(report.lines(place.uri), place);
  return {
    artifactLocation: artifact(report, place.uri),
    region: region && {
      startLine: region.line,
      startColumn: region.column,
      endLine: region.endLine,
      endColumn: region.endColumn,
    },
  };
}

function artifact(report: Report, uri: string): { uri: string; uriBaseId?: string } {
  const relative = relativeUri(report.root, uri);
  return relative === uri ? { uri } : { uri: relative, uriBaseId: ROOT };
}
