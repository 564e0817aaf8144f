import { model } from '../../../facts/model';

const KEYS = ['express-rate-limit($0.keyGenerator)', 'rateLimit($0.keyGenerator)'];

/** Requests with the same key are counted together. */
export default model({
  library: 'express-rate-limit',
  types: { Request: KEYS.map((key) => `${key}.param(0)`) },
  extends: { Request: ['express:Request'] },
  controls: [
    { kind: 'rate-limit', at: 'express-rate-limit()' },
    { kind: 'rate-limit', at: 'rateLimit()' },
  ],
  sinks: { 'client-address': KEYS.map((key) => `${key}.return`) },
});
