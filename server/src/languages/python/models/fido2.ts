import { model } from '../../../facts/model';

export default model({
  library: 'fido2',
  types: { Server: ['server.Fido2Server()', 'type fido2.server#Fido2Server'] },
  configs: [
    {
      kind: 'passkey',
      at: 'server.Fido2Server()',
      options: { origin: { from: ['$verify_origin', '$2'] } },
      fix: { origin: '$verify_origin -' },
    },
    {
      kind: 'passkey',
      at: 'Server.{authenticate_begin,register_begin}()',
      options: { userVerification: { from: ['$user_verification'] } },
      fix: { userVerification: '$user_verification = "preferred"' },
    },
  ],
});
