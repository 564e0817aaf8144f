import { model } from '../../../facts/model';

/** Without an origin it answers with the one of the request. */
export default model({
  library: '@koa/cors',
  aliases: ['koa2-cors', 'koa-cors', 'kcors'],
  configs: [
    {
      kind: 'cors',
      at: '@koa/cors()',
      options: { origin: { from: ['$0.origin'], unset: '*' }, credentials: { from: ['$0.credentials'], unset: false } },
    },
  ],
});
