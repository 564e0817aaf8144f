import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'github.com/gin-contrib/cors',
  aliases: ['github.com/itsjamie/gin-cors'],
  configs: [
    {
      kind: 'cors',
      at: 'cors.{Config,DefaultConfig}()',
      options: {
        origin: {
          from: [
            '.AllowAllOrigins',
            '$AllowAllOrigins',
            '.AllowOrigins',
            '$AllowOrigins',
            '.AllowOriginFunc',
            '$AllowOriginFunc',
          ],
        },
        credentials: { from: ['$AllowCredentials', '.AllowCredentials'], unset: false },
      },
      use: ['New($0)'],
    },
    { kind: 'cors', at: 'Default()', options: { origin: means('*'), credentials: means(false) } },
  ],
});
