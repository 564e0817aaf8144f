import { model } from '../../../facts/model';
import { passwordCost } from './_words';

const GENERATE = { cost: { from: ['$0', '$1'] } };

/** The class of the first port, and the one that Spring Security took over. */
export default model({
  library: 'org.mindrot.jbcrypt',
  aliases: ['org.springframework.security.crypto.bcrypt'],
  sanitizers: [{ at: 'BCrypt.{hashpw,checkpw}()', cleans: 'all' }],
  configs: [
    passwordCost('BCrypt.gensalt()', 'bcrypt', GENERATE, { cost: '$0 = 12' }),
    passwordCost('BCryptPasswordEncoder()', 'bcrypt', { cost: { from: ['$0', '$1'] } }, { cost: '$0 = 12' }),
  ],
});
