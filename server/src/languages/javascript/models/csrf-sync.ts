import { model } from '../../../facts/model';

export default model({
  library: 'csrf-sync',
  controls: [{ kind: 'csrf', at: 'csrfSync().csrfSynchronisedProtection' }],
});
