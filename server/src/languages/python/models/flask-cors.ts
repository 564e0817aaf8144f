import { model } from '../../../facts/model';
import { ORIGINS_FROM_ENVIRONMENT } from './_words';

const FIX = { origin: `$origins = ${ORIGINS_FROM_ENVIRONMENT}` };

export default model({
  library: 'flask_cors',
  configs: ['CORS()', 'cross_origin()'].flatMap((at) => [
    {
      kind: 'cors' as const,
      at,
      // With resources of its own every path has its own origins.
      when: { $resources: undefined },
      options: {
        origin: { from: ['$origins'], unset: '*' },
        credentials: { from: ['$supports_credentials'], unset: false },
      },
      fix: FIX,
    },
  ]),
});
