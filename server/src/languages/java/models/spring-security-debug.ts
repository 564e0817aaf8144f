import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.security.config.annotation.web.configuration',
  configs: [{ kind: 'debug-mode', at: 'EnableWebSecurity()', options: { enabled: { from: ['$debug'] } } }],
});
