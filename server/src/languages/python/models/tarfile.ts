import { model } from '../../../facts/model';

export default model({
  library: 'tarfile',
  types: { Archive: ['open()', 'TarFile()', 'TarFile.open()', 'Archive.__enter__()', 'type tarfile#TarFile'] },
  sources: { 'archive-entry': ['Archive.getmembers()[].name', 'Archive.getnames()[]', 'Archive[].name'] },
  sinks: { path: ['open($0)', 'TarFile.open($0)', 'Archive.extract($1)', 'Archive.extractall($0)', 'Archive.add($0)'] },
  propagators: [{ at: 'Archive.{add,addfile,close,extractall}()', to: [] }],
  configs: [
    {
      kind: 'archive-reader',
      at: 'Archive.{extractall,extract}()',
      options: {
        filter: { from: ['$filter', '.extraction_filter'], unset: null },
        members: { from: ['$members'] },
        archive: { from: ['$this'] },
      },
      fix: { filter: '$filter = "data"' },
    },
  ],
});
