import { type RouteReport, renderRoutesJson, renderRoutesText } from '../../report/routes';
import { uriOfPath } from '../../workspace/paths';
import { load } from './loading';
import type { CreateEngine } from './program';
import { nameOf } from './scan';

export interface RoutesOptions {
  readonly format: 'text' | 'json';
  readonly config?: string;
}

/** Lists every route with what guards it. */
export async function runRoutes(
  paths: readonly string[],
  { format, config }: RoutesOptions,
  createEngine: CreateEngine,
): Promise<void> {
  const { project, root } = await load(paths, config, createEngine);
  const uri = uriOfPath(root);
  const report: RouteReport = {
    root: uri.endsWith('/') ? uri : `${uri}/`,
    routes: project.host.routes(),
    lines: (file) => project.lines(file),
    name: nameOf,
  };
  process.stdout.write(format === 'json' ? renderRoutesJson(report) : renderRoutesText(report));
}
