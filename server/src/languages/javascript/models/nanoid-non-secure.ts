import { model } from '../../../facts/model';

/** Identifiers made without the cryptographic generator. */
export default model({
  library: 'nanoid/non-secure',
  sources: { 'weak-random': ['nanoid()', 'customAlphabet()()'] },
});
