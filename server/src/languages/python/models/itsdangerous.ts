import { model } from '../../../facts/model';
import { credential } from './_words';

const MAKERS = [
  'Serializer',
  'URLSafeSerializer',
  'URLSafeTimedSerializer',
  'TimedSerializer',
  'Signer',
  'TimestampSigner',
];

export default model({
  library: 'itsdangerous',
  configs: MAKERS.map((name) => credential(`${name}()`, '$0', '$secret_key')),
});
