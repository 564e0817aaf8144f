import { model } from '../../../facts/model';

export default model({
  library: 'github.com/google/uuid',
  aliases: ['github.com/gofrs/uuid', 'github.com/satori/go.uuid'],
  sanitizers: [
    {
      at: 'uuid.{Parse,MustParse,ParseBytes,Validate,FromString,FromStringOrNil,New,NewString,NewRandom}()',
      cleans: 'all',
    },
  ],
});
