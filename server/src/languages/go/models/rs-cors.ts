import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'github.com/rs/cors',
  aliases: ['github.com/go-chi/cors', 'github.com/rs/cors/wrapper/gin'],
  configs: [
    {
      kind: 'cors',
      at: 'Options()',
      options: {
        origin: {
          from: [
            '$AllowedOrigins',
            '.AllowedOrigins',
            '$AllowOriginFunc',
            '$AllowOriginRequestFunc',
            '$AllowOriginVaryRequestFunc',
          ],
          // No list means all.
          unset: '*',
        },
        credentials: { from: ['$AllowCredentials', '.AllowCredentials'], unset: false },
      },
      use: ['New($0)', 'Handler($0)'],
    },
    { kind: 'cors', at: 'cors.{Default,AllowAll}()', options: { origin: means('*'), credentials: means(false) } },
  ],
});
