import { model } from '../../../facts/model';

/** Readers that hand over one entry after another and leave it to the program where it goes. */
export default model({
  library: 'yauzl',
  aliases: ['tar-stream', 'jszip', 'node-stream-zip', 'zip-stream', 'yauzl-promise'],
  types: {
    Archive: [
      'open($*).param(1)',
      'fromBuffer($*).param(1)',
      'extract()',
      'yauzl.async()',
      'loadAsync()',
      'yauzl().loadAsync()',
      'type jszip#JSZip',
    ],
    Entry: ['Archive.{on,once}("entry", $1).param(0)', 'Archive.forEach($0).param(1)', 'Archive.entries().*'],
  },
  sources: {
    'archive-entry': ['Entry.{fileName,name}', 'Archive.forEach($0).param(0)'],
  },
});
