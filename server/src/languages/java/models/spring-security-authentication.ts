import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.security.authentication',
  sinks: { identity: ['UsernamePasswordAuthenticationToken($0)', 'TestingAuthenticationToken($0)'] },
});
