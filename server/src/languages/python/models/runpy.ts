import { model } from '../../../facts/model';

export default model({
  library: 'runpy',
  sinks: {
    code: [
      { at: 'run_module($0)', variant: 'module' },
      { at: 'run_path($0)', variant: 'module' },
    ],
  },
});
