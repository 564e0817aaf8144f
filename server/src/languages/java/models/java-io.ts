import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'java.io',
  types: {
    Entry: [
      ...made('java.io', 'File'),
      'Entry.{getParentFile,getAbsoluteFile,getCanonicalFile}()',
      'File.createTempFile()',
    ],
    Canonical: ['Entry.getCanonicalPath()'],
    Objects: made('java.io', 'ObjectInputStream'),
    Bytes: [
      'type java.io.InputStream',
      ...made('java.io', 'FileInputStream', 'BufferedInputStream', 'ByteArrayInputStream', 'DataInputStream'),
    ],
    Buffer: made('java.io', 'ByteArrayOutputStream', 'StringWriter', 'CharArrayWriter'),
    Lines: ['type java.io.Reader', ...made('java.io', 'BufferedReader', 'InputStreamReader', 'StringReader')],
    Printer: made('java.io', 'PrintWriter'),
  },
  extends: { Objects: ['Bytes'] },
  sinks: {
    path: [
      'FileInputStream($0)',
      'FileOutputStream($0)',
      'FileReader($0)',
      'FileWriter($0)',
      'RandomAccessFile($0)',
      'PrintWriter($0)',
      'PrintStream($0)',
      // Where entries of archives are named, it is seldom too late to look.
      { at: 'File($0)', variant: 'name' },
      { at: 'File($1)', variant: 'name' },
      'File.createTempFile($0)',
      'File.createTempFile($1)',
      'File.createTempFile($2)',
      'Entry.renameTo($0)',
    ],
    deserialization: ['Objects.{readObject,readUnshared}($this)'],
  },
  sanitizers: [
    // Whoever makes it has been told already.
    { at: 'File()', cleans: ['path'], exceptFrom: ['archive-entry'] },

    // The last name of a path cannot leave its folder.
    { at: 'Entry.getName()', cleans: ['path'] },
    {
      at: 'Entry.{exists,isFile,isDirectory,canRead,canWrite,length,lastModified,delete,mkdir,mkdirs,createNewFile}()',
      cleans: 'all',
    },
    { at: 'Objects.setObjectInputFilter()', cleans: ['deserialization'], inPlace: '$this' },
    { at: 'Bytes.available()', cleans: 'all' },
  ],
  guards: [{ at: 'Canonical.startsWith($this)', cleans: ['path'] }],
  propagators: [
    { at: 'File()', from: ['$0', '$1'] },
    { at: 'Entry.{getPath,getAbsolutePath,getCanonicalPath,toPath,toURI,toString}()', from: ['$this'] },
    // What a file holds is not what names it.
    { at: 'FileInputStream()', to: [] },
    { at: 'FileReader()', to: [] },
    { at: 'FileOutputStream()', to: [] },
    { at: 'FileWriter()', to: [] },
    { at: 'RandomAccessFile()', to: [] },
    { at: 'Entry.{list,listFiles}()', to: [] },
    { at: 'Bytes.read()', from: ['$this'], to: ['$0', 'result'] },
    { at: 'Bytes.{readAllBytes,readNBytes}()', from: ['$this'] },
    { at: 'Bytes.transferTo()', from: ['$this'], to: ['$0'] },
    { at: 'Lines.{readLine,lines}()', from: ['$this'] },
    { at: 'Lines.read()', from: ['$this'], to: ['$0', 'result'] },
    { at: 'Buffer.write()', from: ['$0'], to: ['$this'] },
    { at: 'Buffer.{toString,toByteArray}()', from: ['$this'] },
  ],
  operations: {
    identity: [
      'BufferedReader($0)',
      'InputStreamReader($0)',
      'BufferedInputStream($0)',
      'StringReader($0)',
      'ByteArrayInputStream($0)',
    ],
  },
});
