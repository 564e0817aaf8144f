import { isResetToken } from '../lexicon';
import { flow } from '../rule';

export default flow({
  id: 'password-reset-weak',
  title: 'Token for a new password that can be guessed or is told',
  cwe: [640, 338],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V6.4.1', 'V6.4.3'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  family: { name: 'random', rank: 1 },
  from: ['weak-random', 'secret'],
  to: ['reset-token', 'answer'],
  applies: ({ sourceKind, use, name = '' }) =>
    sourceKind === 'weak-random' ? use === 'reset-token' : use === 'answer' && isResetToken(name),
  variantOf: ({ use }) => (use === 'answer' ? 'told' : undefined),
  message: ({ source, variant }) =>
    variant === 'told'
      ? `${source} is given to whoever asks, who can then set the password of anybody; send it to the address on file only.`
      : `${source} is predictable but makes a token that lets its bearer set a new password; use the cryptographic generator.`,
  why: 'Such a token is as good as the password: whoever has it takes the account over. Ordinary generators and clocks can be computed from a token that the attacker asked for himself; a token in the answer is given to the attacker directly.',
  fix: 'Take 32 bytes of the cryptographic generator, store only a hash of them with an end after fifteen minutes, send the token to the address on file, and remove it when it was used. Answer the same whether the account exists or not.',
  secondLayer:
    'End all sessions of the account after the change, tell its owner, and limit how often a reset can be asked for.',
  detection: 'Alert on many resets for one account, on tokens that do not exist, and on resets from unusual places.',
  tradeOffs: 'Short-lived tokens are sometimes too late in the mail; a new one is one click away.',
  references: [
    'https://cwe.mitre.org/data/definitions/640.html',
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
  ],
  fixes: ['replace-call'],
});
