import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';

export default model({
  library: '@hapi/hoek',
  aliases: ['hoek'],
  configs: [
    ...['merge()', 'applyToDefaults()'].map(
      (at): ConfigSpec => ({
        kind: 'deep-merge',
        at,
        options: {
          safe: { from: [], unsetBy: { 'hoek <4.2.1': false, '@hapi/hoek <8.5.1': false } },
          input: { from: ['$1', '$2', '$3'] },
        },
      }),
    ),
  ],
});
