import { model } from '../../../facts/model';

export default model({
  library: '@koa/router',
  aliases: ['koa-router', 'koa-joi-router', 'koa-tree-router', '@koa/multer'],
  types: {
    Router: [
      '@koa/router()',
      'Router()',
      'type @koa/router#default',
      'type koa-router#default',
      'Router.{get,post,put,patch,delete,del,all,head,options,use,param,prefix}()',
    ],
  },
  operations: { conversion: ['Router.{routes,middleware}()'] },
  routing: [
    { at: '@koa/router()', kind: 'router', path: ['$0.prefix'] },
    { at: 'Router()', kind: 'router', path: ['$0.prefix'] },
    {
      at: 'Router.{get,post,put,patch,delete,head,options}()',
      kind: 'route',
      path: ['$0'],
      method: ['$callee'],
      given: ['$1…'],
    },
    { at: 'Router.del()', kind: 'route', path: ['$0'], methods: ['DELETE'], given: ['$1…'] },
    { at: 'Router.all()', kind: 'route', path: ['$0'], given: ['$1…'] },
    { at: 'Router.use()', kind: 'use', path: ['$0'], given: ['$*'] },
  ],
});
