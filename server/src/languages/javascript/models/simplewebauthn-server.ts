import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { ends } from './_words';

const VERIFY =
  '{verifyRegistrationResponse,verifyAuthenticationResponse,verifyAttestationResponse,verifyAssertionResponse}()';

const request = (at: string, from: string): ConfigSpec => ({
  kind: 'passkey',
  at,
  options: { userVerification: { from: [from] } },
  fix: { userVerification: `${from} = 'preferred'` },
});

export default model({
  library: '@simplewebauthn/server',
  configs: [
    {
      kind: 'passkey',
      at: `server.${VERIFY}`,
      options: {
        challenge: { from: ['$0.expectedChallenge'] },
        origin: { from: ['$0.expectedOrigin'] },
        rpId: { from: ['$0.expectedRPID'] },
        userVerification: { from: ['$0.requireUserVerification'], unset: true },
        outcome: { from: ['result.verified'] },
      },
      fix: {
        userVerification: '$0.requireUserVerification = true',
        origin: '$0.expectedOrigin = process.env.WEBAUTHN_ORIGIN',
        rpId: '$0.expectedRPID = process.env.WEBAUTHN_RP_ID',
        review: 'yes',
      },
    },
    request('generateAuthenticationOptions()', '$0.userVerification'),
    request('generateRegistrationOptions()', '$0.authenticatorSelection.userVerification'),
  ],
  propagators: ends(`server.${VERIFY}`),
});
