import type { ProvenFix } from '../analysis/host';
import { type Checkpoint, NO_CHECKPOINT } from '../base/checkpoint';
import type { Finding } from '../base/finding';
import { applyEdits } from '../fixes/apply';
import type { Project } from './project';

export interface AppliedFix {
  readonly finding: Finding;
  readonly title: string;
}

/**
 * Applies safe fixes to the project's texts, one after another: each is computed on what the one before left, and proven
 * on it, so that fixes never have to be merged. Ends because every fix takes its finding away and adds none.
 */
export function applySafeFixes(
  project: Project,
  uris: readonly string[],
  checkpoint: Checkpoint = NO_CHECKPOINT,
): AppliedFix[] {
  const applied: AppliedFix[] = [];
  for (const uri of uris) {
    for (let next = nextFix(project, uri, checkpoint); next; next = nextFix(project, uri, checkpoint)) {
      applyFix(project, next.fix);
      applied.push({ finding: next.finding, title: next.fix.title });
    }
  }
  return applied;
}

/** Runs work that changes texts and puts them back afterwards. Returns the texts as the work left them. */
export function tryOut(project: Project, work: () => void): ReadonlyMap<string, string> {
  const before = new Map(project.texts());
  const after = new Map<string, string>();
  try {
    work();
    for (const [uri, text] of project.texts()) if (before.get(uri) !== text) after.set(uri, text);
  } finally {
    for (const [uri, text] of before) project.replaceText(uri, text);
  }
  return after;
}

function nextFix(project: Project, uri: string, checkpoint: Checkpoint) {
  for (const finding of project.host.report(uri, checkpoint).findings) {
    if (finding.suppressed) continue;
    const fix = project.host.fixes(uri, finding.fingerprint, checkpoint).find(({ kind }) => kind === 'safe');
    if (fix) return { finding, fix };
  }
  return undefined;
}

/** The edits speak of the texts as they are now, all at once. */
function applyFix(project: Project, { edits, title }: ProvenFix): void {
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const text = applyEdits(
      project.text(uri) ?? '',
      edits.filter((edit) => edit.uri === uri),
    );
    if (text === undefined) throw new Error(`The edits of “${title}” overlap.`);
    project.replaceText(uri, text);
  }
}
