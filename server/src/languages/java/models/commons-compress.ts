import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.compress.archivers',
  types: {
    Entry: [
      'type org.apache.commons.compress.archivers.ArchiveEntry',
      'type org.apache.commons.compress.archivers.zip.ZipArchiveEntry',
      'type org.apache.commons.compress.archivers.tar.TarArchiveEntry',
      'type org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry',
    ],
  },
  sources: { 'archive-entry': ['Entry.getName()'] },
});
