import { model } from '../../../facts/model';

/** Opened with the name of a file or with an upload itself; only the entries' targets are places on the disk. */
export default model({
  library: 'zipfile',
  types: { Archive: ['ZipFile()', 'Archive.__enter__()', 'type zipfile#ZipFile'] },
  sources: { 'archive-entry': ['Archive.infolist()[].filename', 'Archive.namelist()[]'] },
  sinks: { path: ['Archive.extract($1)', 'Archive.extractall($0)', 'Archive.write($0)'] },
  propagators: [{ at: 'Archive.{write,writestr,close,extractall}()', to: [] }],
});
