import { model } from '../../../facts/model';
import { each, ends } from './_words';

const WAYS = ['fs.', 'fs.promises.'];

/** Calls that open, change or list what a path names. Asking whether it exists gives nothing away. */
const ONE_PATH =
  '{readFile,readFileSync,writeFile,writeFileSync,appendFile,appendFileSync,createReadStream,createWriteStream,open,openSync,openAsBlob,opendir,opendirSync,readdir,readdirSync,mkdir,mkdirSync,mkdtemp,mkdtempSync,rm,rmSync,rmdir,rmdirSync,unlink,unlinkSync,truncate,truncateSync,chmod,chmodSync,chown,chownSync,utimes,utimesSync,readlink,readlinkSync,watch,watchFile,readJson,readJsonSync,readJSON,readJSONSync,writeJson,writeJsonSync,writeJSON,outputFile,outputFileSync,outputJson,outputJsonSync,remove,removeSync,emptyDir,emptyDirSync,ensureDir,ensureDirSync,ensureFile,ensureFileSync,mkdirp,mkdirpSync}($0)';

const TWO_PATHS =
  '{rename,renameSync,copyFile,copyFileSync,cp,cpSync,link,linkSync,symlink,symlinkSync,copy,copySync,move,moveSync}';

export default model({
  library: 'fs',
  aliases: ['fs-extra', 'graceful-fs', 'fs/promises', 'original-fs'],
  sources: {
    file: [...each(WAYS, '{readFile,readFileSync}()'), 'fs.readFile($2).param(1)'],
  },
  stores: [
    { kind: 'file', does: 'write', at: 'fs.{writeFile,writeFileSync,appendFile,appendFileSync}($1)', key: 'name' },
    { kind: 'file', does: 'write', at: 'fs.promises.{writeFile,appendFile}($1)', key: 'name' },
    { kind: 'file', does: 'read', at: 'fs.readFileSync()', key: 'name' },
    { kind: 'file', does: 'read', at: 'fs.promises.readFile()', key: 'name' },
  ],
  sinks: {
    path: WAYS.flatMap((way) => [way + ONE_PATH, `${way + TWO_PATHS}($0)`, `${way + TWO_PATHS}($1)`]),
  },
  // What a file holds is not what chose it.
  propagators: ends(
    ...each(
      WAYS,
      '{readFile,readFileSync,readdir,readdirSync,readlink,readlinkSync,stat,statSync,lstat,lstatSync,access,accessSync,exists,existsSync,pathExists,pathExistsSync,createReadStream,createWriteStream,open,openSync,mkdtemp,mkdtempSync,readJson,readJsonSync,readJSON}()',
    ),
    ...each(
      WAYS,
      '{writeFile,writeFileSync,appendFile,appendFileSync,unlink,unlinkSync,rm,rmSync,mkdir,mkdirSync,rmdir,rmdirSync,rename,renameSync,copyFile,copyFileSync,remove,ensureDir,ensureDirSync,outputFile}()',
    ),
  ),
});
