import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'javax.naming',
  types: { Names: ['type javax.naming.Context', ...made('javax.naming', 'InitialContext')] },
  sinks: {
    code: [
      { at: 'Names.{lookup,lookupLink}($0)', variant: 'jndi' },
      { at: 'InitialContext.doLookup($0)', variant: 'jndi' },
    ],
  },
  propagators: [{ at: 'Names.lookup()', to: [] }],
});
