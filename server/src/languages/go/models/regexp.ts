import { model } from '../../../facts/model';

/** Compiled from one of these patterns. */
const compiled = (patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) => [`MustCompile(${JSON.stringify(pattern).replaceAll('\\\\', '\\')})`]);

// biome-ignore format: a list of patterns
const ALL_BUT_WORDS = [
  '[^a-zA-Z0-9]', '[^A-Za-z0-9]', '[^a-zA-Z0-9]+', '[^A-Za-z0-9]+', '[^a-zA-Z0-9_]', '[^a-zA-Z0-9_]+', '[^a-zA-Z0-9_-]',
  '[^a-zA-Z0-9_-]+', '[^a-zA-Z0-9-]+', '[^a-zA-Z]+', '[^a-z0-9]+', '[^a-z0-9-]+', '[^0-9]', '[^0-9]+', '[^\\d]', '[^\\d]+',
  '[^\\w]', '[^\\w]+', '\\W', '\\W+', '\\D', '\\D+',
];

// biome-ignore format: a list of patterns
const LINE_BREAKS = [
  '[\\r\\n]', '[\\n\\r]', '[\\r\\n]+', '[\\n\\r]+', '\\r?\\n', '\\s', '\\s+', '[\\r\\n\\t]', '[\\r\\n\\t]+',
];

/** Matching takes time in proportion to the text, whatever the pattern is. */
export default model({
  library: 'regexp',
  types: {
    Pattern: ['type regexp#Regexp', 'MustCompile()', 'Compile()[0]'],
    Rest: compiled(ALL_BUT_WORDS),
    Breaks: compiled(LINE_BREAKS),
  },
  sanitizers: [
    { at: 'QuoteMeta()', cleans: ['regex'] },
    { at: 'regexp.{MatchString,Match}()', cleans: 'all' },
    { at: 'Pattern.{MatchString,Match,FindStringIndex,NumSubexp,SubexpIndex}()', cleans: 'all' },
    { at: 'Rest.{ReplaceAllString,ReplaceAllLiteralString,ReplaceAll}()', cleans: 'all', of: '$0' },
    { at: 'Breaks.{ReplaceAllString,ReplaceAllLiteralString,ReplaceAll}()', cleans: ['log', 'header'], of: '$0' },
  ],
  guards: [
    { at: 'Pattern.{MatchString,Match}($0)', with: '$this', cleans: 'all', kind: 'pattern' },
    { at: 'regexp.{MatchString,Match}($1)', with: '$0', cleans: 'all', kind: 'pattern' },
  ],
  propagators: [
    {
      at: 'Pattern.{FindString,FindStringSubmatch,FindAllString,FindAllStringSubmatch,Find,FindSubmatch,Split}()',
      from: ['$0'],
    },
    {
      at: 'Pattern.{ReplaceAllString,ReplaceAllLiteralString,ReplaceAll,ReplaceAllStringFunc,ReplaceAllFunc}()',
      from: ['$0', '$1'],
    },
  ],
  // A compiled pattern stands for its text.
  operations: { identity: ['regexp.{MustCompile,Compile}()'] },
});
