import { model } from '../../../facts/model';

export default model({
  library: 'tempfile',
  // Names are made by the library; only the folder can lead elsewhere.
  sinks: {
    path: ['NamedTemporaryFile($dir)', 'TemporaryDirectory($dir)', 'mkstemp($dir)', 'mkdtemp($dir)', 'mktemp($dir)'],
  },
  propagators: [
    { at: 'NamedTemporaryFile()', to: [] },
    { at: 'TemporaryDirectory()', to: [] },
    { at: 'TemporaryFile()', to: [] },
    { at: 'SpooledTemporaryFile()', to: [] },
    { at: 'mkstemp()', to: [] },
    { at: 'mkdtemp()', to: [] },
  ],
});
