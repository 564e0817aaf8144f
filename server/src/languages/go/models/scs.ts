import { model } from '../../../facts/model';

export default model({
  library: 'github.com/alexedwards/scs/v2',
  aliases: ['github.com/alexedwards/scs'],
  types: { Manager: ['New()', 'type github.com/alexedwards/scs/v2#SessionManager'] },
  sinks: { session: ['Manager.Put($2)'] },
  propagators: [{ at: 'Manager.*()', to: [] }],
});
