import { model } from '../../../facts/model';

export default model({
  library: 'os.path',
  aliases: ['posixpath', 'ntpath'],
  sanitizers: [
    { at: 'basename()', cleans: ['path'] },
    { at: 'exists()', cleans: 'all' },
    { at: 'isfile()', cleans: 'all' },
    { at: 'isdir()', cleans: 'all' },
    { at: 'islink()', cleans: 'all' },
    { at: 'isabs()', cleans: 'all' },
    { at: 'getsize()', cleans: 'all' },
    { at: 'getmtime()', cleans: 'all' },
    { at: 'samefile()', cleans: 'all' },
  ],
  propagators: [
    'join',
    'normpath',
    'abspath',
    'realpath',
    'expanduser',
    'expandvars',
    'dirname',
    'splitext',
    'split',
    'relpath',
    'normcase',
    'commonpath',
  ].map((name) => ({
    at: `${name}()`,
  })),
});
