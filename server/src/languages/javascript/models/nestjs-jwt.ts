import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

export default model({
  library: '@nestjs/jwt',
  configs: [credentials('JwtModule.register()', { secret: '$0.secret' }, { environment: 'JWT_SECRET' })],
  types: { Service: ['type @nestjs/jwt#JwtService'] },
  propagators: ends('Service.{verify,verifyAsync,sign,signAsync}()'),
});
