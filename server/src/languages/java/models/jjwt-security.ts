import { model } from '../../../facts/model';

export default model({
  library: 'io.jsonwebtoken.security',
  configs: [
    {
      kind: 'token-secret',
      at: 'Keys.hmacShaKeyFor()',
      options: { value: { from: ['$0'] } },
      fix: { environment: 'JWT_SECRET' },
    },
  ],
});
