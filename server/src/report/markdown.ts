import type { Finding } from '../base/finding';
import type { Rule } from '../rules/rule';

/** How a place of the flow is named and reached. */
export interface PlaceLink {
  /** `routes/products.ts:12`. */
  readonly name: string;
  readonly target: string;
}

/** Everything a hover tells: what, why, the way of the value, what to do, and where to read on. */
export function explainFinding(
  finding: Finding,
  rule: Rule,
  link: (place: { readonly uri: string; readonly start: number }) => PlaceLink,
): string {
  const parts = [`${head(finding, rule)} · ${code(rule.id)}`];
  if (finding.suppressed) {
    parts.push(`*Suppressed here:* ${escapeMarkdown(finding.suppressed.reason || 'no reason given')}`);
  }
  parts.push(escapeMarkdown(finding.message), escapeMarkdown(rule.why));
  if (finding.trace.length > 1) parts.push(story(finding, link));
  parts.push(...advice(rule));
  return parts.join('\n\n');
}

/** The same where the diagnostic stands beside it, which has the rule's id, the message and the way of the value. */
export function explainDiagnostic(finding: Finding, rule: Rule): string {
  return [head(finding, rule), escapeMarkdown(rule.why), ...advice(rule)].join('\n\n');
}

function head({ cwe }: Finding, rule: Rule): string {
  return [`**${escapeMarkdown(rule.title)}**`, ...cwe.map((id) => `[CWE-${id}](${cwePage(id)})`)].join(' · ');
}

function advice(rule: Rule): string[] {
  return [
    `**Do this:** ${escapeMarkdown(rule.fix)}`,
    ...(rule.secondLayer ? [`**Second layer:** ${escapeMarkdown(rule.secondLayer)}`] : []),
    ...links(rule),
  ];
}

/** A rule's page in short: SARIF viewers show it beside a result. */
export function ruleHelp(rule: Rule): string {
  return [
    `## ${escapeMarkdown(rule.title)}`,
    escapeMarkdown(rule.why),
    `### What to do\n\n${escapeMarkdown(rule.fix)}`,
    rule.secondLayer && `### Second layer\n\n${escapeMarkdown(rule.secondLayer)}`,
    rule.detection && `### Noticing an attempt\n\n${escapeMarkdown(rule.detection)}`,
    rule.tradeOffs && `### Trade-offs\n\n${escapeMarkdown(rule.tradeOffs)}`,
    `### Read on\n\n${rule.references.map((reference) => `- <${reference}>`).join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The same without markup. */
export function ruleHelpText(rule: Rule): string {
  return [rule.why, rule.fix, rule.secondLayer, rule.detection, rule.tradeOffs].filter(Boolean).join('\n\n');
}

export function cwePage(cwe: number): string {
  return `https://cwe.mitre.org/data/definitions/${cwe}.html`;
}

function story(finding: Finding, link: (place: { uri: string; start: number }) => PlaceLink): string {
  const steps = finding.trace.map((step, index) => {
    const { name, target } = link(step);
    return `${index + 1}. [${escapeMarkdown(name)}](${target}) ${escapeMarkdown(step.note)}`;
  });
  return `**How it gets here:**\n\n${steps.join('\n')}`;
}

function links(rule: Rule): string[] {
  const pages = rule.references
    .filter((reference) => !reference.startsWith('https://cwe.mitre.org/'))
    .map((reference) => `[${escapeMarkdown(titleOf(reference))}](${reference})`);
  return pages.length > 0 ? [pages.join(' · ')] : [];
}

/** `…/SQL_Injection_Prevention_Cheat_Sheet.html` reads as "SQL Injection Prevention Cheat Sheet". */
function titleOf(reference: string): string {
  const url = new URL(reference);
  const last = url.pathname.split('/').filter(Boolean).pop() ?? url.host;
  const words = decodeURIComponent(last)
    .replace(/\.(?:html?|md)$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return /[a-z]{3}/i.test(words) ? words : url.host;
}

/** Text from scanned files stays text: no markup, no links, no line breaks of its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** An inline code span that its content cannot end. */
export function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${text.replace(/\s+/g, ' ')}${padding}${fence}`;
}
