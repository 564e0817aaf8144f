import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'javax.crypto.spec',
  configs: [
    { kind: 'cipher', at: 'IvParameterSpec()', options: { iv: { from: ['$0'] } } },
    { kind: 'cipher', at: 'GCMParameterSpec()', options: { iv: { from: ['$1'] } } },
    {
      kind: 'encryption-key',
      at: 'SecretKeySpec()',
      options: { value: { from: ['$0'] } },
      fix: { environment: 'DATA_KEY', secret: '@{java.util.Base64}.getDecoder().decode($value)' },
    },
    { kind: 'credential', at: 'PBEKeySpec()', options: { value: { from: ['$0'] } } },
    passwordCost(
      'PBEKeySpec()',
      'pbkdf2',
      { input: { from: ['$0'] }, cost: { from: ['$2'] } },
      { cost: '$2 = 600_000' },
    ),
  ],
});
