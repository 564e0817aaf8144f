import * as fs from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import { count } from '../../report/text';
import { applySafeFixes } from '../../workspace/fix-all';
import { pathOfUri } from '../../workspace/paths';
import { load } from './loading';
import type { CreateEngine, ExitCode } from './program';
import { nameOf } from './scan';

export interface FixOptions {
  readonly dryRun?: boolean;
  readonly config?: string;
}

export async function runFix(
  paths: readonly string[],
  { dryRun, config }: FixOptions,
  createEngine: CreateEngine,
): Promise<ExitCode> {
  const { project } = await load(paths, config, createEngine);
  const before = new Map(project.texts());
  const applied = applySafeFixes(project, [...project.host.uris]);
  let files = 0;
  for (const [uri, text] of project.texts()) {
    const old = before.get(uri) ?? '';
    if (old === text) continue;
    files++;
    if (dryRun) process.stdout.write(patch(uri, old, text));
    else writeBack(uri, old, text);
  }
  if (!dryRun)
    for (const { finding, title } of applied)
      process.stdout.write(`${nameOf(finding.uri)}: ${title} [${finding.ruleId}]\n`);
  const done = dryRun ? 'would be made' : 'made';
  process.stderr.write(
    `${count(applied.length, 'fix').replace('fixs', 'fixes')} in ${count(files, 'file')} ${done}.\n`,
  );
  return 0;
}

function patch(uri: string, old: string, text: string): string {
  const name = nameOf(uri).replaceAll('\\', '/');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, old, text, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}

/** Written only where reading lost nothing: a file in another encoding would be spoilt beyond the fix. */
function writeBack(uri: string, old: string, text: string): void {
  const file = pathOfUri(uri);
  if (file === undefined) return;
  const bytes = fs.readFileSync(file);
  const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? '\ufeff' : '';
  if (!bytes.equals(Buffer.from(mark + old))) {
    process.stderr.write(`${nameOf(uri)}: not written, because it is not in UTF-8 or has changed meanwhile.\n`);
    return;
  }
  fs.writeFileSync(file, mark + text);
}

const BYTE_ORDER_MARK = Buffer.from('\ufeff');
