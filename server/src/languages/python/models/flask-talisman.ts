import { model } from '../../../facts/model';

export default model({
  library: 'flask_talisman',
  aliases: ['talisman'],
  configs: [{ kind: 'security-headers', at: 'Talisman()', options: {} }],
});
