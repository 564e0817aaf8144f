import { model } from '../../../facts/model';
import { textLength } from './_words';

const LENGTHS = { min: '$min_length = 12', max: '$max_length = 128' };

export default model({
  library: 'pydantic',
  configs: [
    {
      kind: 'request-shape',
      at: 'ConfigDict()',
      when: { $extra: 'allow' },
      options: { keepsUnknown: { from: [], unset: true } },
      fix: { keepsUnknown: '$extra = "forbid"' },
    },
    textLength('Field()', ['$min_length'], ['$max_length'], LENGTHS),
    textLength('constr()', ['$min_length'], ['$max_length'], LENGTHS),
  ],
});
