import { model } from '../../../facts/model';

export default model({
  library: 'lodash.template',
  aliases: ['lodash/template'],
  sinks: { template: ['lodash.template($0)'] },
});
