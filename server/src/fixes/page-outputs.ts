import type { OutputIR } from '../ir/ir';
import type { Fix, FixContext, FixProposal } from './fix';

/** Writes a value of a template in another way, as the family that the template is of does that. */
function propose(
  { finding, module }: FixContext,
  way: keyof OutputIR['ways'],
  title: string,
  kind: FixProposal['kind'],
): FixProposal | undefined {
  const output = module.template?.outputs.find(({ start, end }) => start === finding.start && end === finding.end);
  const edits = output?.ways[way];
  return edits && { title, kind, edits: edits.map((edit) => ({ uri: finding.uri, ...edit })) };
}

/** A raw output becomes one that escapes. */
export const escapeInTemplate: Fix = {
  id: 'escape-in-template',
  inTemplates: true,
  propose: (context) => propose(context, 'escape', 'Escape the value', 'review'),
};

/** A value in a script becomes a literal of the script. */
export const encodeInTemplate: Fix = {
  id: 'encode-in-template',
  inTemplates: true,
  propose: (context) => propose(context, 'encode', 'Write the value as a literal of the script', 'review'),
};

/** An attribute gets its quotes. */
export const quoteAttribute: Fix = {
  id: 'quote-attribute',
  inTemplates: true,
  propose: (context) => propose(context, 'quote', 'Put the attribute into quotes', 'safe'),
};
