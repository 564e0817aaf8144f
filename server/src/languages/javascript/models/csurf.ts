import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

/** Tokens against forged requests: random, and read by the page's own scripts. */
export default model({
  library: 'csurf',
  aliases: ['csrf-csrf', 'csrf', '@fastify/csrf-protection', 'koa-csrf'],
  propagators: [
    { at: 'express:Request.csrfToken()', to: [] },
    { at: 'csurf()', to: [] },
  ],
  configs: [
    outdated('csurf', ['csurf'], { state: 'abandoned', instead: 'csrf-sync with sessions, csrf-csrf without' }),
  ],
});
