import { model } from '../../../facts/model';

/** Matching takes time in proportion to the text, whatever the pattern is. */
export default model({
  library: 'regexp',
  types: { Pattern: ['type regexp#Regexp', 'MustCompile()', 'Compile()[0]'] },
  sanitizers: [
    { at: 'QuoteMeta()', cleans: ['regex'] },
    { at: 'regexp.{MatchString,Match}()', cleans: 'all' },
    { at: 'Pattern.{MatchString,Match,FindStringIndex,NumSubexp,SubexpIndex}()', cleans: 'all' },
  ],
  guards: [
    { at: 'Pattern.{MatchString,Match}($0)', with: '$this', cleans: 'all', kind: 'pattern' },
    { at: 'regexp.{MatchString,Match}($1)', with: '$0', cleans: 'all', kind: 'pattern' },
  ],
  propagators: [
    { at: 'Pattern.{FindString,FindStringSubmatch,FindAllString,FindAllStringSubmatch,Find,Split}()', from: ['$0'] },
    { at: 'Pattern.{ReplaceAllStringFunc,ReplaceAllFunc}()', from: ['$0'] },
  ],
  operations: {
    // A compiled pattern stands for its text.
    identity: ['regexp.{MustCompile,Compile}()'],
  },
});
