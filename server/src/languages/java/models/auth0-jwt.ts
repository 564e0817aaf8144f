import { model } from '../../../facts/model';

export default model({
  library: 'com.auth0.jwt.algorithms',
  configs: [
    {
      kind: 'token-secret',
      at: 'Algorithm.{HMAC256,HMAC384,HMAC512}()',
      options: { value: { from: ['$0'] } },
      fix: { environment: 'JWT_SECRET' },
    },
    { kind: 'token-issue', at: 'Algorithm.none()', options: { algorithm: { from: [], unset: 'none' } } },
  ],
});
