import { model } from '../../../facts/model';

export default model({
  library: 'importlib',
  sinks: {
    code: [
      { at: 'import_module($0)', variant: 'module' },
      { at: '__import__($0)', variant: 'module' },
      { at: 'util.spec_from_file_location($1)', variant: 'module' },
    ],
  },
});
