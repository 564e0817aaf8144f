import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.boot.web.servlet',
  types: {
    Factory: ['type org.springframework.boot.web.servlet.MultipartConfigFactory', 'MultipartConfigFactory()'],
  },
  configs: ['setMaxFileSize', 'setMaxRequestSize'].map((name) => ({
    kind: 'body-size' as const,
    at: `Factory.${name}()`,
    options: { limit: { from: ['$0'] } },
    fix: { limit: '$0 = @{org.springframework.util.unit.DataSize}.ofMegabytes(10)', review: 'yes' },
  })),
});
