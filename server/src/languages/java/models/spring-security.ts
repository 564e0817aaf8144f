import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.security.config.annotation.web.builders',
  types: { Security: ['type org.springframework.security.config.annotation.web.builders.HttpSecurity'] },
  configs: [
    {
      kind: 'debug-mode',
      at: 'WebSecurity.debug()',
      options: { enabled: { from: ['$0'] } },
      fix: { enabled: '$0 = false' },
    },
    { kind: 'http-app', at: 'Security.headers().disable()', options: {} },
    { kind: 'http-app', at: 'Security.headers($0).param(0).disable()', options: {} },
    {
      kind: 'security-headers',
      at: 'Security.headers().{contentSecurityPolicy,frameOptions,httpStrictTransportSecurity,contentTypeOptions,referrerPolicy,permissionsPolicy}()',
      options: {},
    },
    {
      kind: 'security-headers',
      at: 'Security.headers($0).param(0).{contentSecurityPolicy,frameOptions,httpStrictTransportSecurity,contentTypeOptions,referrerPolicy,permissionsPolicy}()',
      options: {},
    },
  ],
});
