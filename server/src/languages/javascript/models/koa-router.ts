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
});
