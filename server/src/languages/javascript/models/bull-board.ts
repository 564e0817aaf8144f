import { model } from '../../../facts/model';

export default model({
  library: '@bull-board/express',
  aliases: ['@bull-board/koa', '@bull-board/hono'],
  configs: [
    {
      kind: 'operations-endpoint',
      at: 'ExpressAdapter().getRouter()',
      options: { what: { from: [], unset: 'queues' } },
    },
  ],
});
