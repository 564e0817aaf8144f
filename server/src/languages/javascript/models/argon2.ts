import type { OptionSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { ends, passwordCost } from './_words';

const option = (name: string, unset: number): OptionSpec => ({ from: [`$1.${name}`], unset });

export default model({
  library: 'argon2',
  aliases: ['@node-rs/argon2', 'scrypt-kdf', 'scrypt'],
  propagators: ends('argon2.{hash,hashSync,compare,compareSync,verify,verifySync}()'),
  configs: [
    passwordCost(
      'argon2.{hash,hashSync}()',
      'argon2',
      {
        type: { from: ['$1.type', '$1.algorithm'] },
        cost: option('timeCost', 3),
        memory: option('memoryCost', 65_536),
      },
      { memory: '$1.memoryCost = 19456; $1.timeCost = 2', cost: '$1.timeCost = 3', type: '$1.type -' },
    ),
  ],
});
