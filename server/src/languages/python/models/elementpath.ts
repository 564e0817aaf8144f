import { model } from '../../../facts/model';

export default model({
  library: 'elementpath',
  sinks: { xpath: ['select($1)', 'iter_select($1)', 'Selector($0)'] },
});
