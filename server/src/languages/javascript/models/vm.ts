import { model } from '../../../facts/model';

export default model({
  library: 'vm',
  sinks: {
    code: [
      'vm.{runInNewContext,runInThisContext,runInContext,compileFunction}($0)',
      'Script($0)',
      'SourceTextModule($0)',
    ],
  },
});
