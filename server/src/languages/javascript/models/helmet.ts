import { model } from '../../../facts/model';

/** Its ports to other frameworks are the same; plugins are called by whoever registers them. */
export default model({
  library: 'helmet',
  aliases: ['koa-helmet', '@fastify/helmet', 'fastify-helmet', 'next-secure-headers', 'lusca', 'blankie'],
  configs: [
    { kind: 'security-headers', at: 'helmet()', options: {} },
    {
      kind: 'security-headers',
      at: 'helmet.{contentSecurityPolicy,hsts,frameguard,noSniff,xssFilter,csp,xframe,nosniff,crossOriginOpenerPolicy,strictTransportSecurity,xContentTypeOptions,xFrameOptions}()',
      options: {},
    },
    { kind: 'security-headers', at: 'createSecureHeaders()', options: {} },
  ],
});
