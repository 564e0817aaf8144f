import type { LineIndex } from '../base/span';
import type { Guard, Route, RoutePlace } from '../facts/route';
import type { Control } from '../facts/vocabulary';
import { regionOf, relativeName } from './places';

export interface RouteReport {
  /** Uri of the folder that was read, with a slash at the end. */
  readonly root: string;
  readonly routes: readonly Route[];
  readonly lines: (uri: string) => LineIndex | undefined;
  /** A file's name as the reader understands it. */
  readonly name: (uri: string) => string;
}

const COLUMNS: readonly { readonly title: string; readonly kinds: readonly Control[] }[] = [
  { title: 'authentication', kinds: ['authentication', 'public'] },
  { title: 'authorization', kinds: ['authorization'] },
  { title: 'csrf', kinds: ['csrf'] },
  { title: 'validation', kinds: ['validation'] },
  { title: 'limits', kinds: ['rate-limit', 'body-limit'] },
];
const NONE = '-';
const MAX_CELL = 40;

/** A table of routes and of what guards them, one a line. */
export function renderRoutesText(report: RouteReport): string {
  const head = ['method', 'path', ...COLUMNS.map(({ title }) => title), 'handler', 'place'];
  const rows = report.routes.map((route) => [
    route.method,
    // Nobody mounts its router as far as can be seen.
    route.isAttached ? route.path : `${route.path} (not mounted)`,
    ...COLUMNS.map(({ kinds }) => namesOf(route.guards, kinds)),
    route.handler?.name || NONE,
    placeOf(report, route),
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  ); // prettier-ignore
  const count = `${report.routes.length} ${report.routes.length === 1 ? 'route' : 'routes'}.`;
  return report.routes.length === 0 ? `${count}\n` : `${lines.join('\n')}\n\n${count}\n`;
}

function namesOf(guards: readonly Guard[], kinds: readonly Control[]): string {
  const names = new Set<string>();
  for (const { kind, name } of guards) {
    if (kinds.includes(kind)) names.add(kind === 'public' ? `${name || kind} (open)` : name || kind);
  }
  const text = [...names].join(', ');
  return text === '' ? NONE : text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;
}

function placeOf(report: RouteReport, place: RoutePlace): string {
  const region = regionOf(report.lines(place.uri), place);
  return region ? `${report.name(place.uri)}:${region.line}` : report.name(place.uri);
}

/** For scripts: everything known of each route, positions counted from one. */
export function renderRoutesJson(report: RouteReport): string {
  const locate = (place: RoutePlace) => ({
    file: relativeName(report.root, place.uri),
    ...regionOf(report.lines(place.uri), place),
  });
  const routes = report.routes.map((route) => ({
    method: route.method,
    path: route.path,
    framework: route.framework,
    mounted: route.isAttached,
    ...locate(route),
    handler: route.handler && { name: route.handler.name, ...locate(route.handler) },
    guards: route.guards.map((guard) => ({ kind: guard.kind, name: guard.name, ...locate(guard) })),
  }));
  return `${JSON.stringify({ root: report.root, routes }, undefined, 2)}\n`;
}
