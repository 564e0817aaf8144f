import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.cors',
  types: { Settings: ['type org.springframework.web.cors.CorsConfiguration', 'CorsConfiguration()'] },
  configs: [
    {
      kind: 'cors',
      at: 'CorsConfiguration()',
      options: {
        origin: {
          from: [
            '.addAllowedOrigin($0)',
            '.addAllowedOriginPattern($0)',
            '.setAllowedOrigins($0)',
            '.setAllowedOriginPatterns($0)',
          ],
        },
        credentials: { from: ['.setAllowCredentials($0)'] },
      },
    },
  ],
});
