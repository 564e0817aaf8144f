import { model } from '../../../facts/model';

export default model({
  library: 'secrets',
  propagators: [
    { at: 'choice()', from: ['$0'] },
    { at: 'token_hex()', to: [] },
    { at: 'token_bytes()', to: [] },
    { at: 'token_urlsafe()', to: [] },
    { at: 'randbelow()', to: [] },
  ],
  configs: [{ kind: 'random-number', at: 'randbelow()', options: { first: { from: ['$0'] } } }],
});
