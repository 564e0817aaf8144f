import { model } from '../../../facts/model';

/** Reads tokens and has no way to check them. */
export default model({
  library: 'jwt-decode',
  sources: { 'unverified-token': ['jwtDecode(header=undefined)', 'jwt_decode(header=undefined)'] },
});
