import { model } from '../../../facts/model';
import { HEADER_CONFIGS } from './_words';

/** Headers of answers, whatever framework the answer is of. */
export default model({ library: '', configs: HEADER_CONFIGS });
