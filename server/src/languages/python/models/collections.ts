import { model } from '../../../facts/model';

export default model({
  library: 'collections',
  operations: {
    'map.of': ['OrderedDict()', 'defaultdict()'],
    'list.shift': ['deque().popleft()'],
    identity: ['deque()'],
  },
});
