import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { ends } from './_words';

export default model({
  library: 'uuid',
  aliases: ['node-uuid', 'uuid/v4', 'uuid-validate', 'nanoid', 'ulid', 'cuid', '@paralleldrive/cuid2'],
  sanitizers: [{ at: 'uuid.{v1,v3,v4,v5,v6,v7,version,parse}()', cleans: 'all' }],
  guards: [
    { at: 'validate($0)', cleans: 'all' },
    { at: 'uuid-validate($0)', cleans: 'all' },
  ],
  propagators: ends('uuid()', 'nanoid()', 'customAlphabet()()', 'ulid()', 'createId()'),
  configs: [outdated('uuid', ['node-uuid'], { state: 'abandoned', instead: 'uuid', import: 'uuid' })],
});
