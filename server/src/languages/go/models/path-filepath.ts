import { model } from '../../../facts/model';

export default model({
  library: 'path/filepath',
  aliases: ['path'],
  types: { Text: ['filepath.{Join,Clean,Base,Dir,Ext,ToSlash,FromSlash}()', 'filepath.{Abs,EvalSymlinks,Rel}()[0]'] },
  extends: { Text: [':Text'] },
  sinks: {
    path: ['filepath.{Walk,WalkDir}($0)', 'Glob($0)'],
  },
  sanitizers: [
    // The last name of a path cannot leave its folder, nor can its ending.
    { at: 'filepath.{Base,Ext}()', cleans: ['path'] },
    { at: 'Localize()', cleans: ['path'] },
    // Below the root there is nothing to climb to.
    { at: 'Join("/")', cleans: ['path'] },
    { at: 'filepath.{IsAbs,Match}()', cleans: 'all' },
  ],
  guards: [{ at: 'IsLocal($0)', cleans: ['path'] }],
  propagators: [
    { at: 'filepath.{Join,Clean,Dir,Base,Ext,ToSlash,FromSlash,VolumeName,Localize}()' },
    { at: 'filepath.{Abs,EvalSymlinks}()', from: ['$0'], to: ['result[0]'] },
    { at: 'Rel()', from: ['$1'], to: ['result[0]'] },
    { at: 'Split()', from: ['$0'] },
    { at: 'filepath.{Walk,WalkDir,Glob}()', to: [] },
  ],
});
