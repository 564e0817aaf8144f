import { model } from '../../../facts/model';

export default model({
  library: 'golang.org/x/time/rate',
  types: { Limiter: ['NewLimiter()', 'type golang.org/x/time/rate#Limiter'] },
  controls: [{ kind: 'rate-limit', at: 'Limiter.{Allow,AllowN,Wait,WaitN,Reserve,ReserveN}' }],
});
