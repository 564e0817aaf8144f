import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

/** Its transformers turn data of serialized objects into calls; version 3.2.2 refuses to read them. */
export default model({
  library: 'org.apache.commons.collections',
  configs: [
    outdated('org.apache.commons.collections', ['org.apache.commons.collections'], {
      by: { 'commons-collections <3.2.2': 'holes' },
      instead: 'commons-collections4',
    }),
  ],
});
