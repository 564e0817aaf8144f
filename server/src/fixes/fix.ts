import type { Finding } from '../base/finding';
import type { ModuleIR } from '../ir/ir';
import type { ImportStyle, LanguageEdits, TextEdit } from './edits';

/** What a fix may look at. Nothing here is remembered between requests. */
export interface FixContext {
  readonly finding: Finding;
  readonly module: ModuleIR;
  readonly text: string;
  readonly language: LanguageEdits;
  readonly imports: ImportStyle;
  /** Names already imported from a library into the file: local name by `library#member` (`#` alone for the module). */
  readonly imported: ReadonlyMap<string, string>;
  /** Why a finding is to be suppressed, in the user's words. */
  readonly reason?: string;
}

export interface FixProposal {
  readonly title: string;
  /** `safe` keeps behaviour other than the flaw and is part of fix-all; `review` may need a decision. */
  readonly kind: 'safe' | 'review';
  readonly edits: readonly TextEdit[];
}

/** One reusable edit. It proposes; whoever offers it re-analyses the edited text first. */
export interface Fix {
  readonly id: string;
  /** It knows what a page is: others would put code where text stands. */
  readonly inTemplates?: boolean;
  propose(context: FixContext): FixProposal | undefined;
}
