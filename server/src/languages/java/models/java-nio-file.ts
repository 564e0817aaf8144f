import { model } from '../../../facts/model';

export default model({
  library: 'java.nio.file',
  types: {
    Location: [
      'type java.nio.file.Path',
      'Path.of()',
      'Paths.get()',
      'Location.{resolve,resolveSibling,normalize,toAbsolutePath,toRealPath,getParent,relativize,getFileName}()',
      'java.io:Entry.toPath()',
    ],
    Normal: ['Location.{normalize,toRealPath}()', 'Normal.toAbsolutePath()'],
  },
  extends: { Normal: ['Location'] },
  sinks: {
    path: [
      'Files.{readAllBytes,readString,readAllLines,lines,newInputStream,newOutputStream,newBufferedReader,newBufferedWriter,newByteChannel,write,writeString,delete,deleteIfExists,createFile,createDirectory,createDirectories,list,walk,walkFileTree,find,newDirectoryStream,setPosixFilePermissions}($0)',
      'Files.{copy,move,createLink,createSymbolicLink}($0)',
      'Files.{copy,move,createLink,createSymbolicLink}($1)',
      'Files.{createTempFile,createTempDirectory}($0)',
    ],
  },
  sanitizers: [
    { at: 'Location.getFileName()', cleans: ['path'] },
    { at: 'Files.{exists,notExists,isDirectory,isRegularFile,isReadable,size,isSymbolicLink}()', cleans: 'all' },
    { at: 'Location.{startsWith,endsWith}()', cleans: 'all' },
  ],
  guards: [{ at: 'Normal.startsWith($this)', cleans: ['path'] }],
  propagators: [
    { at: 'Path.of()', from: ['$*'] },
    { at: 'Paths.get()', from: ['$*'] },
    { at: 'Location.{resolve,resolveSibling,relativize}()', from: ['$this', '$0'] },
    { at: 'Location.{normalize,toAbsolutePath,toRealPath,toFile,toUri,toString}()', from: ['$this'] },
    {
      at: 'Files.{readAllBytes,readString,readAllLines,lines,newInputStream,newOutputStream,newBufferedReader,newBufferedWriter,newByteChannel,list,walk,find,newDirectoryStream}()',
      to: [],
    },
    { at: 'Files.copy()', to: [] },
  ],
});
