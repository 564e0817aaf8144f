import { model } from '../../../facts/model';
import { ESCAPE_REGEX } from './_words';

export default model({
  library: 'java.util.regex',
  types: {
    Compiled: ['type java.util.regex.Pattern', 'Pattern.compile()'],
    Match: ['type java.util.regex.Matcher', 'Compiled.matcher()'],
  },
  sinks: {
    regex: [
      { at: 'Pattern.compile($0)', fix: ESCAPE_REGEX },
      { at: 'Pattern.matches($0)', fix: ESCAPE_REGEX },
    ],
  },
  sanitizers: [
    { at: 'Pattern.quote()', cleans: ['regex'] },
    { at: 'Matcher.quoteReplacement()', cleans: ['regex'] },
    { at: 'Match.{start,end,groupCount}()', cleans: 'all' },
  ],
  guards: [
    { at: 'Pattern.matches($1)', cleans: 'all', kind: 'pattern' },
    { at: 'Match.matches($this)', cleans: 'all', kind: 'pattern' },
  ],
  operations: { 'regex.of': ['Pattern.compile()'] },
  propagators: [
    { at: 'Compiled.matcher()', from: ['$0'] },
    { at: 'Match.{group,replaceAll,replaceFirst}()', from: ['$this', '$0'] },
    { at: 'Compiled.split()', from: ['$0'] },
  ],
});
