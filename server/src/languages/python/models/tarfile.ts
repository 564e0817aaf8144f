import { model } from '../../../facts/model';

export default model({
  library: 'tarfile',
  types: { Archive: ['open()', 'TarFile()', 'TarFile.open()', 'Archive.__enter__()', 'type tarfile#TarFile'] },
  sinks: { path: ['open($0)', 'TarFile.open($0)', 'Archive.extract($1)', 'Archive.extractall($0)', 'Archive.add($0)'] },
  propagators: [{ at: 'Archive.{add,addfile,close,extractall}()', to: [] }],
});
