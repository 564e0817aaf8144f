import { model } from '../../../facts/model';

const FILE_METHODS =
  '{open,read_text,read_bytes,write_text,write_bytes,unlink,rmdir,mkdir,touch,iterdir,glob,rglob,rename,replace,chmod,symlink_to,hardlink_to,readlink}';

export default model({
  library: 'pathlib',
  types: {
    Place: [
      'Path()',
      'PosixPath()',
      'PurePath()',
      'Path.{cwd,home}()',
      'type pathlib#Path',
      'type pathlib#PurePath',
      'Place.{joinpath,resolve,absolute,expanduser,with_name,with_suffix,with_stem,relative_to,rename,replace,__truediv__}()',
      'Place.{parent,parents}',
      'Place.parents[]',
      'Place.{iterdir,glob,rglob}()[]',
    ],
  },
  sources: { file: ['Place.{read_text,read_bytes}()'] },
  sinks: {
    path: [`Place.${FILE_METHODS}($this)`, 'Place.{rename,replace,symlink_to,hardlink_to}($0)'],
  },
  sanitizers: [
    { at: 'Place.{exists,is_file,is_dir,is_symlink,is_absolute,is_relative_to,stat,match}()', cleans: 'all' },
    // Fails for a path that leads out of the other.
    { at: 'Place.relative_to()', cleans: ['path'], inPlace: '$this' },
  ],
  guards: [{ at: 'Place.is_relative_to($this)', cleans: ['path'] }],
  propagators: [
    { at: 'Place.{joinpath,with_name,with_suffix,with_stem,relative_to,__truediv__}()' },
    { at: 'Place.{write_text,write_bytes,unlink,rmdir,mkdir,touch}()', to: [] },
    { at: 'Place.{read_text,read_bytes,open}()', to: [] },
    { at: 'Place.{iterdir,glob,rglob}()', to: [] },
  ],
});
