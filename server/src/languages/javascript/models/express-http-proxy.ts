import { model } from '../../../facts/model';

export default model({
  library: 'express-http-proxy',
  aliases: ['koa-proxies', '@fastify/http-proxy', '@fastify/reply-from'],
  types: { Request: ['express-http-proxy($0).param(0)'] },
  extends: { Request: ['express:Request'] },
  sinks: { url: ['express-http-proxy($0)', 'express-http-proxy($0).return'] },
});
