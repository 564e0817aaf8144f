import { model } from '../../../facts/model';

export default model({
  library: 'errors',
  aliases: ['github.com/pkg/errors'],
  propagators: [{ at: 'errors.{New,Is,As,Join,Unwrap,Wrap,Wrapf,Errorf,WithStack,WithMessage}()', to: [] }],
});
