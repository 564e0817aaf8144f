import { model } from '../../../facts/model';
import { ends } from './_words';

/** Helpers that open what a path names. */
export default model({
  library: 'send',
  aliases: [
    'koa-send',
    '@fastify/send',
    'jsonfile',
    'load-json-file',
    'write-json-file',
    'rimraf',
    'mkdirp',
    'del',
    'make-dir',
  ],
  sinks: {
    path: [
      { at: 'send($1)', when: { '$2.root': undefined } },
      'send.{readFile,readFileSync,writeFile,writeFileSync,loadJsonFile,loadJsonFileSync,writeJsonFile}($0)',
      'send.{rimraf,rimrafSync,mkdirp,mkdirpSync,deleteAsync,deleteSync,sync,makeDirectory}($0)',
    ],
  },
  propagators: ends('send.{readFile,readFileSync,loadJsonFile}()'),
});
