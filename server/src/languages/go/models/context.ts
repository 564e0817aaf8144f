import { model } from '../../../facts/model';

export default model({
  library: 'context',
  types: { Context: ['type context#Context'] },
  sinks: { identity: ['WithValue($2)'] },
  propagators: [
    { at: 'context.{Background,TODO,WithCancel,WithTimeout,WithDeadline,WithValue,WithoutCancel}()', to: [] },
    // What handlers pass on this way is mostly what they have found out.
    { at: 'Context.{Value,Done,Err,Deadline}()', to: [] },
  ],
});
