import { model } from '../../../facts/model';
import { ends, tokenSecret } from './_words';

export default model({
  library: '@nestjs/jwt',
  configs: [
    ...tokenSecret('JwtModule.register()', { secret: '$0.secret' }),
    ...tokenSecret('Service.{sign,signAsync,verify,verifyAsync}()', { secret: '$1.secret' }),
    {
      kind: 'token-check',
      at: 'Service.{verify,verifyAsync}()',
      options: {
        algorithms: { from: ['$1.algorithms'] },
        ignoreExpiration: { from: ['$1.ignoreExpiration'], unset: false },
      },
      fix: { ignoreExpiration: '$1.ignoreExpiration -' },
    },
    {
      kind: 'token-check',
      at: 'Service.decode()',
      when: { '$1.complete': [undefined, false] },
      options: { verified: { from: [], unset: false } },
    },
  ],
  types: { Service: ['type @nestjs/jwt#JwtService', 'JwtService()'] },
  sources: { 'unverified-token': ['Service.decode(complete=undefined)'] },
  propagators: ends('Service.{verify,verifyAsync,sign,signAsync}()'),
});
