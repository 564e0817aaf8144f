import { model } from '../../../facts/model';

export default model({
  library: 'cors',
  configs: [
    {
      kind: 'cors',
      at: 'cors()',
      options: { origin: { from: ['$0.origin'], unset: '*' }, credentials: { from: ['$0.credentials'], unset: false } },
      fix: { origin: "$0.origin = process.env.ALLOWED_ORIGINS.split(',')" },
    },
  ],
});
