import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'github.com/gofiber/fiber/v2/middleware/cors',
  aliases: ['github.com/gofiber/fiber/v3/middleware/cors', 'github.com/gofiber/cors'],
  configs: [
    {
      kind: 'cors',
      at: 'Config()',
      options: {
        origin: { from: ['$AllowOrigins', '$AllowOriginsFunc'], unset: '*' },
        credentials: { from: ['$AllowCredentials'], unset: false },
      },
      use: ['New($0)'],
    },
    {
      kind: 'cors',
      at: 'New()',
      when: { $0: undefined as never },
      options: { origin: means('*'), credentials: means(false) },
    },
  ],
});
