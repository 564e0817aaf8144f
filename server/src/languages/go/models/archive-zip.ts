import { model } from '../../../facts/model';

/** What an archive calls its entries is chosen by whoever made it. */
export default model({
  library: 'archive/zip',
  types: {
    Archive: ['type archive/zip#Reader', 'type archive/zip#ReadCloser', 'zip.{OpenReader,NewReader}()[0]'],
    Entry: ['type archive/zip#File', 'type archive/zip#FileHeader', 'Archive.File[]'],
  },
  sources: { 'archive-entry': ['Entry.Name', 'Entry.FileHeader.Name'] },
  propagators: [{ at: 'zip.{OpenReader,NewReader}()', to: [] }],
});
