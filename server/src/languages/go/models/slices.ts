import { model } from '../../../facts/model';

export default model({
  library: 'slices',
  aliases: ['golang.org/x/exp/slices'],
  sanitizers: [{ at: 'slices.{Contains,Index,Equal,IndexFunc,ContainsFunc}()', cleans: 'all' }],
  guards: [{ at: 'Contains($1)', collection: '$0', cleans: 'all', kind: 'membership' }],
  operations: { identity: ['slices.{Clone,Compact,Sorted,Clip,Grow}()'] },
});
