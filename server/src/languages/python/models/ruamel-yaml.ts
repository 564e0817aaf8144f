import { model } from '../../../facts/model';

export default model({
  library: 'ruamel.yaml',
  sinks: { deserialization: ['YAML(typ="unsafe").{load,load_all}($0)', 'YAML("unsafe").{load,load_all}($0)'] },
});
