import { model } from '../../../facts/model';

/** Files below an `os.Root` cannot leave it, so nothing is said of its methods. */
export default model({
  library: 'os',
  types: {
    File: ['type os#File', 'os.{Open,OpenFile,Create,CreateTemp}()[0]'],
    Folder: ['type os#Root', 'OpenRoot()[0]'],
  },
  sources: { environment: ['Getenv()', 'LookupEnv()[0]', 'Environ()', 'Args'] },
  sinks: {
    path: [
      'os.{Open,OpenFile,Create,ReadFile,WriteFile,ReadDir,Remove,RemoveAll,Mkdir,MkdirAll,Truncate,Chdir,DirFS}($0)',
      'os.{Chmod,Chown,Readlink,CopyFS}($0)',
      'os.{Rename,Symlink,Link}($0)',
      'os.{Rename,Symlink,Link}($1)',
      'OpenRoot($0)',
    ],
    shell: ['StartProcess($0)'],
  },
  propagators: [
    { at: 'os.{Open,OpenFile,Create,ReadFile,WriteFile,ReadDir,Remove,RemoveAll,Mkdir,MkdirAll,Truncate}()', to: [] },
    {
      at: 'os.{Stat,Lstat,Chmod,Chown,Rename,Symlink,Link,Setenv,CreateTemp,MkdirTemp,Chdir,Chtimes,IsNotExist}()',
      to: [],
    },
    { at: 'File.{Write,WriteString,WriteAt,Read,Close,Seek,Sync,Stat,Name}()', to: [] },
    { at: 'Folder.*()', to: [] },
    { at: 'os.{Expand,ExpandEnv}()', from: ['$0'] },
  ],
  operations: { 'control.exit': ['Exit()'] },
});
