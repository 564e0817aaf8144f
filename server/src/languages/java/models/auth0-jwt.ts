import { model } from '../../../facts/model';

export default model({
  library: 'com.auth0.jwt.algorithms',
  configs: [{ kind: 'credential', at: 'Algorithm.{HMAC256,HMAC384,HMAC512}()', options: { value: { from: ['$0'] } } }],
});
