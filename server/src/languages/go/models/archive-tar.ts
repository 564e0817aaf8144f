import { model } from '../../../facts/model';

/** What an archive calls its entries, and where its links lead, is chosen by whoever made it. */
export default model({
  library: 'archive/tar',
  types: {
    Archive: ['type archive/tar#Reader', 'NewReader()'],
    Entry: ['type archive/tar#Header', 'Archive.Next()[0]'],
  },
  sources: { 'archive-entry': ['Entry.{Name,Linkname}'] },
  propagators: [{ at: 'NewReader()', to: [] }],
});
