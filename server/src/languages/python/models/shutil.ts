import { model } from '../../../facts/model';

export default model({
  library: 'shutil',
  sinks: {
    path: [
      ...['copy', 'copy2', 'copyfile', 'copytree', 'move', 'copymode', 'copystat'].flatMap((name) => [
        `${name}($0)`,
        `${name}($1)`,
      ]),
      'rmtree($0)',
      'chown($0)',
      'make_archive($0)',
      'make_archive($root_dir)',
      'unpack_archive($0)',
      'unpack_archive($1)',
    ],
  },
  propagators: [
    { at: 'copyfileobj()', from: ['$0'], to: ['$1'] },
    { at: 'rmtree()', to: [] },
    { at: 'which()', to: [] },
  ],
  configs: [
    {
      kind: 'archive-reader',
      at: 'unpack_archive()',
      options: { filter: { from: ['$3', '$filter'], unset: null }, archive: { from: ['$0', '$filename'] } },
      fix: { filter: '$filter = "data"' },
    },
  ],
});
