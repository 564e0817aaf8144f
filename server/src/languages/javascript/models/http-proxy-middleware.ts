import { model } from '../../../facts/model';

const MAKERS = ['createProxyMiddleware', 'http-proxy-middleware', 'legacyCreateProxyMiddleware'];

export default model({
  library: 'http-proxy-middleware',
  types: { Request: MAKERS.flatMap((name) => [`${name}($0.router).param(0)`, `${name}($1.router).param(0)`]) },
  extends: { Request: ['express:Request'] },
  sinks: {
    url: MAKERS.flatMap((name) => [
      `${name}($0.router).return`,
      `${name}($1.router).return`,
      `${name}($0.target)`,
      `${name}($1.target)`,
    ]),
  },
  configs: MAKERS.map((name) => ({
    kind: 'tls-client' as const,
    at: `${name}()`,
    options: { verify: { from: ['$0.secure', '$1.secure'] } },
    fix: { verify: '$0.secure = true' },
  })),
});
