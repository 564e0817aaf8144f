import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'bcrypt',
  aliases: ['bcryptjs', 'bcrypt-nodejs', 'argon2', '@node-rs/bcrypt', '@node-rs/argon2', 'scrypt-kdf', 'scrypt'],
  propagators: ends('bcrypt.{hash,hashSync,compare,compareSync,genSalt,genSaltSync,verify,verifySync}()'),
});
