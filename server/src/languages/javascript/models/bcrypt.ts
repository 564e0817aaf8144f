import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { ends, passwordCost } from './_words';

export default model({
  library: 'bcrypt',
  aliases: ['bcryptjs', 'bcrypt-nodejs', '@node-rs/bcrypt'],
  propagators: ends('bcrypt.{hash,hashSync,compare,compareSync,genSalt,genSaltSync,verify,verifySync}()'),
  configs: [
    outdated('bcrypt', ['bcrypt-nodejs'], { state: 'abandoned', instead: 'bcryptjs', import: 'bcryptjs' }),
    passwordCost('bcrypt.{hash,hashSync}()', 'bcrypt', { cost: { from: ['$1'] } }, { cost: '$1 = 12' }),
    passwordCost('bcrypt.{genSalt,genSaltSync}()', 'bcrypt', { cost: { from: ['$0'] } }, { cost: '$0 = 12' }),
  ],
});
