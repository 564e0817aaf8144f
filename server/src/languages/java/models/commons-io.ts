import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.io',
  sinks: {
    path: [
      'FileUtils.{readFileToString,readFileToByteArray,readLines,openInputStream,openOutputStream,writeStringToFile,writeByteArrayToFile,write,writeLines,deleteDirectory,deleteQuietly,forceDelete,forceMkdir,cleanDirectory,listFiles,getFile,touch}($0)',
      'FileUtils.{copyFile,copyDirectory,moveFile,moveDirectory,copyFileToDirectory,copyInputStreamToFile}($0)',
      'FileUtils.{copyFile,copyDirectory,moveFile,moveDirectory,copyFileToDirectory,copyInputStreamToFile,copyURLToFile}($1)',
    ],
    url: ['FileUtils.copyURLToFile($0)'],
  },
  sanitizers: [{ at: 'FilenameUtils.{getName,getBaseName,getExtension}()', cleans: ['path'] }],
  propagators: [
    {
      at: 'FilenameUtils.{concat,normalize,normalizeNoEndSeparator,getFullPath,getPath,separatorsToUnix}()',
      from: ['$*'],
    },
    { at: 'IOUtils.{toString,toByteArray,readLines,toCharArray,toInputStream,buffer}()', from: ['$0'] },
    { at: 'IOUtils.{copy,copyLarge,write}()', from: ['$0'], to: ['$1'] },
    {
      at: 'FileUtils.{readFileToString,readFileToByteArray,readLines,openInputStream,openOutputStream,listFiles}()',
      to: [],
    },
  ],
});
