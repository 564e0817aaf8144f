import { model } from '../../../facts/model';
import type { Sink } from '../../../facts/vocabulary';

/** Letters, digits, `+`, `/` and `=`: nothing that ends a text, a line or a tag. */
const ENCODED: readonly Sink[] = ['html', 'html-script', 'header', 'log', 'shell', 'ldap', 'xpath', 'nosql'];

export default model({
  library: 'base64',
  sanitizers: [
    ...['b64encode()', 'standard_b64encode()', 'encodebytes()'].map((at) => ({ at, cleans: ENCODED })),
    ...['urlsafe_b64encode()', 'b32encode()', 'b16encode()'].map((at) => ({
      at,
      cleans: [...ENCODED, 'path', 'redirect', 'sql'] as const,
    })),
  ],
  propagators: ['b64decode', 'standard_b64decode', 'urlsafe_b64decode', 'b32decode', 'b16decode', 'decodebytes'].map(
    (name) => ({
      at: `${name}()`,
      from: ['$0'],
      restores: true,
    }),
  ),
});
