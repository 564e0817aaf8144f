import { model } from '../../../facts/model';

export default model({
  library: 'aiohttp_session',
  types: { Kept: ['get_session()', 'new_session()'] },
  sinks: { session: ['Kept.*', 'Kept[]', { at: 'Kept.__setitem__($0)', variant: 'key' }] },
});
