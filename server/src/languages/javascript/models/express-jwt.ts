import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { tokenSecret } from './_words';

const NAMES = ['express-jwt', 'expressjwt', 'expressJwt'];

export default model({
  library: 'express-jwt',
  aliases: ['koa-jwt', '@fastify/jwt', 'fastify-jwt'],
  controls: NAMES.map((name) => ({ kind: 'authentication' as const, at: `${name}()` })),
  configs: [
    outdated('express-jwt', ['express-jwt'], {
      by: { 'express-jwt <6': 'holes' },
      instead: 'version 8, which asks for the algorithms',
    }),
    ...NAMES.flatMap((name) => tokenSecret(`${name}()`, { secret: '$0.secret' })),
    ...NAMES.map((name) => ({
      kind: 'token-check' as const,
      at: `${name}()`,
      options: {
        algorithms: { from: ['$0.algorithms'], unsetBy: { 'express-jwt <6': 'any' } },
        ignoreExpiration: { from: ['$0.ignoreExpiration'], unset: false },
      },
      fix: { algorithms: "$0.algorithms = ['HS256']", ignoreExpiration: '$0.ignoreExpiration -', review: 'yes' },
    })),
  ],
});
