import { model } from '../../../facts/model';

export default model({
  library: 'path/filepath',
  aliases: ['path'],
  types: { Text: ['{Join,Clean,Base,Dir,Ext,ToSlash,FromSlash}()', '{Abs,EvalSymlinks,Rel}()[0]'] },
  extends: { Text: [':Text'] },
  sinks: {
    path: ['{Walk,WalkDir}($0)', 'Glob($0)'],
  },
  sanitizers: [
    // The last name of a path cannot leave its folder, nor can its ending.
    { at: '{Base,Ext}()', cleans: ['path'] },
    { at: 'Localize()', cleans: ['path'] },
    // Below the root there is nothing to climb to.
    { at: 'Join("/")', cleans: ['path'] },
    { at: '{IsAbs,Match}()', cleans: 'all' },
  ],
  guards: [{ at: 'IsLocal($0)', cleans: ['path'] }],
  propagators: [
    { at: '{Join,Clean,Dir,Base,Ext,ToSlash,FromSlash,VolumeName,Localize}()' },
    { at: '{Abs,EvalSymlinks}()', from: ['$0'], to: ['result[0]'] },
    { at: 'Rel()', from: ['$1'], to: ['result[0]'] },
    { at: 'Split()', from: ['$0'] },
    { at: '{Walk,WalkDir,Glob}()', to: [] },
  ],
});
