import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.servlet.config.annotation',
  types: { Registry: ['type org.springframework.web.servlet.config.annotation.CorsRegistry'] },
  configs: [
    {
      kind: 'cors',
      at: 'Registry.addMapping()',
      options: {
        // Without a list every origin is allowed.
        origin: { from: ['.allowedOrigins($0)', '.allowedOriginPatterns($0)'], unset: '*' },
        credentials: { from: ['.allowCredentials($0)'] },
      },
    },
  ],
});
