import { model } from '../../../facts/model';

const VERIFY = '{verify_registration_response,verify_authentication_response}()';

export default model({
  library: 'webauthn',
  configs: [
    {
      kind: 'passkey',
      at: `webauthn.${VERIFY}`,
      options: {
        challenge: { from: ['$expected_challenge'] },
        origin: { from: ['$expected_origin'] },
        rpId: { from: ['$expected_rp_id'] },
        userVerification: { from: ['$require_user_verification'], unset: false },
      },
      fix: {
        userVerification: '$require_user_verification = True',
        origin: '$expected_origin = @{os}.environ["WEBAUTHN_ORIGIN"]',
        rpId: '$expected_rp_id = @{os}.environ["WEBAUTHN_RP_ID"]',
        review: 'yes',
      },
    },
    {
      kind: 'passkey',
      at: 'generate_authentication_options()',
      options: { userVerification: { from: ['$user_verification'] } },
    },
    {
      kind: 'passkey',
      at: 'helpers.structs.AuthenticatorSelectionCriteria()',
      options: { userVerification: { from: ['$user_verification'] } },
    },
  ],
});
