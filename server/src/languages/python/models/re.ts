import { model } from '../../../facts/model';

/**
 * `with` names the pattern: `^$0$` where the function itself means the whole text, `^$0` where it means the beginning.
 */
export default model({
  library: 're',
  aliases: ['regex'],
  types: { Pattern: ['compile()', 'type re#Pattern', 'type typing#Pattern'] },
  sinks: {
    regex: ['compile', 'match', 'search', 'fullmatch', 'sub', 'subn', 'findall', 'finditer', 'split', 'template'].map(
      (name) => ({ at: `${name}($0)`, fix: { escape: '@{re}.escape($value)' } }),
    ),
  },
  sanitizers: [
    { at: 'escape()', cleans: ['regex'] },
    // Removing everything but letters and digits leaves nothing to break out with.
    ...[
      '[^a-zA-Z0-9]',
      '[^A-Za-z0-9]',
      '[^a-zA-Z0-9]+',
      '[^A-Za-z0-9]+',
      '[^a-zA-Z0-9_]',
      '[^A-Za-z0-9_]',
      '[^0-9]',
      '[^0-9]+',
      '[^\\d]',
      '[^\\w]',
      '\\W',
      '\\W+',
      '\\D',
      '\\D+',
    ].map((pattern) => ({ at: `sub("${pattern}")`, cleans: 'all' as const, of: '$2' })),
    ...[
      '[\r\n]',
      '[\n\r]',
      '[\r\n]+',
      '[\n\r]+',
      '\n',
      '\r',
      '\r\n',
      '\\n',
      '\\s',
      '\\s+',
      '[\\r\\n]',
      '[\\n\\r]',
      '[\\r\\n]+',
      '[\\n\\r]+',
    ].map((pattern) => ({ at: `sub("${pattern}")`, cleans: ['log', 'header'] as const, of: '$2' })),
  ],
  guards: [
    { at: 'fullmatch($1)', with: '^$0$', cleans: 'all', kind: 'pattern' },
    { at: 'match($1)', with: '^$0', cleans: 'all', kind: 'pattern' },
    { at: 'search($1)', with: '$0', cleans: 'all', kind: 'pattern' },
    { at: 'Pattern.fullmatch($0)', with: '^$this$', cleans: 'all', kind: 'pattern' },
    { at: 'Pattern.match($0)', with: '^$this', cleans: 'all', kind: 'pattern' },
    { at: 'Pattern.search($0)', with: '$this', cleans: 'all', kind: 'pattern' },
  ],
  propagators: [
    { at: 'sub()', from: ['$1', '$2'] },
    { at: 'subn()', from: ['$1', '$2'] },
    ...['match', 'search', 'fullmatch', 'findall', 'finditer', 'split'].map((name) => ({
      at: `${name}()`,
      from: ['$1'],
    })),
    { at: 'Pattern.{match,search,fullmatch,findall,finditer,split}()', from: ['$0'] },
    { at: 'Pattern.{sub,subn}()', from: ['$0', '$1'] },
  ],
  // A compiled pattern stands for its text.
  operations: { identity: ['compile()'] },
});
