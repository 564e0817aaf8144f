import { model } from '../../../facts/model';

export default model({
  library: 'io.github.resilience4j.ratelimiter.annotation',
  controls: [{ kind: 'rate-limit', with: ['io.github.resilience4j.ratelimiter.annotation.RateLimiter'] }],
});
