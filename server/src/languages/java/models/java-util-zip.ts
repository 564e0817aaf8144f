import { model } from '../../../facts/model';

const ENTRIES = [
  'type java.util.zip.ZipEntry',
  'type java.util.jar.JarEntry',
  'ZipInputStream().getNextEntry()',
  'JarInputStream().getNextJarEntry()',
];

/** What an archive calls its entries is chosen by whoever made it. */
export default model({
  library: 'java.util.zip',
  types: { Entry: ENTRIES },
  sources: { 'archive-entry': ['Entry.{getName,toString}()'] },
});
