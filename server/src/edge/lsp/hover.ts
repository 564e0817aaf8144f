import { type Hover, MarkupKind, type Position } from 'vscode-languageserver/node';
import type { FileReport } from '../../analysis/host';
import type { Finding } from '../../base/finding';
import { explainDiagnostic, explainFinding, type PlaceLink } from '../../report/markdown';
import { type Names, rangeOf } from './convert';

/**
 * Findings at a position, the narrowest first; a suppression tells about what it suppresses. Where the client shows
 * diagnostics in its hovers, what they say is not said again.
 */
export function hoverAt(
  report: FileReport,
  position: Position,
  names: Names,
  showsDiagnostics: boolean,
): Hover | undefined {
  const lines = names.lines(report.uri);
  if (!lines) return undefined;
  const offset = lines.positionToOffset(position);
  const found = report.findings
    .filter((finding) => touches(finding, offset) || (finding.suppressed && touches(finding.suppressed, offset)))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const parts = found.flatMap((finding) => {
    const rule = names.rule(finding.ruleId);
    if (!rule) return [];
    if (showsDiagnostics && !finding.suppressed) return [explainDiagnostic(finding, rule)];
    return [explainFinding(finding, rule, (place) => linkTo(place, names))];
  });
  if (parts.length === 0) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeOf(lines, shownPlace(found[0], offset)),
  };
}

function shownPlace(finding: Finding, offset: number) {
  return touches(finding, offset) ? finding : (finding.suppressed ?? finding);
}

function linkTo(place: { readonly uri: string; readonly start: number }, names: Names): PlaceLink {
  const line = (names.lines(place.uri)?.lineOf(place.start) ?? 0) + 1;
  return { name: `${fileName(place.uri)}:${line}`, target: `${names.clientUri(place.uri)}#L${line}` };
}

/** The last two parts of a path tell most files apart. */
function fileName(uri: string): string {
  const parts = uri.split('/').filter(Boolean).slice(-2);
  try {
    return decodeURIComponent(parts.join('/'));
  } catch {
    return parts.join('/');
  }
}

function touches({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}
