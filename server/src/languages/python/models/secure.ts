import { model } from '../../../facts/model';

export default model({
  library: 'secure',
  configs: [
    { kind: 'security-headers', at: 'Secure()', options: {} },
    { kind: 'security-headers', at: 'Secure.with_default_headers()', options: {} },
  ],
});
