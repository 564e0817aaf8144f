import { model } from '../../../facts/model';

export default model({
  library: 'ast',
  // Constants only: nothing is run. What comes out is still what the sender wrote.
  propagators: [{ at: 'literal_eval()', from: ['$0'] }],
});
