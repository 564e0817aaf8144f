import { RULES } from '../../rules/index.generated';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

export function runRules({ format }: RulesOptions): void {
  process.stdout.write(format === 'json' ? asJson() : asText());
}

function asJson(): string {
  const rules = RULES.map(({ id, title, severity, precision, profile, layer, cwe, owasp, why, fix, references }) => {
    return { id, title, severity, precision, profile, layer, cwe, owasp, why, fix, references };
  });
  return `${JSON.stringify(rules, undefined, 2)}\n`;
}

function asText(): string {
  const rows = RULES.map(({ id, severity, profile, cwe, title }) => [id, severity, profile, `CWE-${cwe[0]}`, title]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}\n`).join('');
}
