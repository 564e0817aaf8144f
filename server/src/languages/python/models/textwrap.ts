import { model } from '../../../facts/model';

export default model({
  library: 'textwrap',
  propagators: ['dedent', 'indent', 'fill', 'wrap', 'shorten'].map((name) => ({ at: `${name}()`, from: ['$0'] })),
});
