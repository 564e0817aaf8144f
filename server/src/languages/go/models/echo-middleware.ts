import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'github.com/labstack/echo/v4/middleware',
  aliases: ['github.com/labstack/echo/middleware'],
  configs: [
    { kind: 'security-headers', at: 'middleware.{Secure,SecureWithConfig}()', options: {} },
    {
      kind: 'cors',
      at: 'CORSConfig()',
      options: {
        origin: { from: ['$AllowOrigins', '.AllowOrigins', '$AllowOriginFunc', '$UnsafeAllowOriginFunc'], unset: '*' },
        credentials: { from: ['$AllowCredentials'], unset: false },
      },
      use: ['CORSWithConfig($0)'],
    },
    { kind: 'cors', at: 'CORS()', options: { origin: means('*'), credentials: means(false) } },
  ],
});
