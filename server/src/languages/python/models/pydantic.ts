import { model } from '../../../facts/model';

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
  ],
});
