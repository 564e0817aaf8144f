import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'express-jwt',
  aliases: ['koa-jwt', '@fastify/jwt', 'fastify-jwt'],
  configs: [
    credentials('express-jwt()', { secret: '$0.secret' }, { environment: 'JWT_SECRET' }),
    credentials('expressjwt()', { secret: '$0.secret' }, { environment: 'JWT_SECRET' }),
    credentials('expressJwt()', { secret: '$0.secret' }, { environment: 'JWT_SECRET' }),
  ],
});
