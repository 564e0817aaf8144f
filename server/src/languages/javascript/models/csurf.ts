import { model } from '../../../facts/model';

/** Tokens against forged requests: random, and read by the page's own scripts. */
export default model({
  library: 'csurf',
  aliases: ['csrf-csrf', 'csrf', '@fastify/csrf-protection', 'koa-csrf'],
  propagators: [
    { at: 'express:Request.csrfToken()', to: [] },
    { at: 'csurf()', to: [] },
  ],
});
