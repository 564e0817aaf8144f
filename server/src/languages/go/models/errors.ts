import { model } from '../../../facts/model';

export default model({
  library: 'errors',
  aliases: ['github.com/pkg/errors'],
  // Told in words of the program's own.
  types: { Own: ['New()'] },
  propagators: [
    { at: 'errors.{New,Is,As,Join,Unwrap,Wrap,Wrapf,Errorf,WithStack,WithMessage}()', to: [] },
    { at: 'Own.Error()', to: [] },
  ],
});
