import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

export default model({
  library: 'github.com/google/uuid',
  aliases: ['github.com/gofrs/uuid', 'github.com/satori/go.uuid'],
  sanitizers: [
    {
      at: 'uuid.{Parse,MustParse,ParseBytes,Validate,FromString,FromStringOrNil,New,NewString,NewRandom}()',
      cleans: 'all',
    },
  ],
  configs: [
    outdated('github.com/google/uuid', ['github.com/satori/go.uuid'], {
      state: 'abandoned',
      instead: 'github.com/gofrs/uuid',
      import: 'github.com/gofrs/uuid',
    }),
  ],
});
