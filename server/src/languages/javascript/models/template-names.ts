import { model } from '../../../facts/model';

/** Functions that templates find beside their variables. */
export default model({
  library: '',
  renders: [{ at: 'include()', template: '$0', values: ['$1'], inherits: true }],
  // What another template writes was judged there.
  propagators: [{ at: 'include()', to: [] }],
  sanitizers: [{ at: 'escapeFn()', cleans: ['html'] }],
});
