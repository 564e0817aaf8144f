import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.multipart',
  types: {
    Upload: ['type org.springframework.web.multipart.MultipartFile', 'Request.getFile()'],
    Request: ['type org.springframework.web.multipart.MultipartHttpServletRequest'],
  },
  sources: { remote: ['Request.{getFile,getFiles,getFileMap,getFileNames}()', 'Upload.getOriginalFilename()'] },
  sinks: { path: ['Upload.transferTo($0)'] },
  sanitizers: [
    // What is in a file names no file.
    { at: 'Upload.{getBytes,getInputStream}()', cleans: ['path'] },
    { at: 'Upload.{getSize,isEmpty}()', cleans: 'all' },
  ],
  propagators: [
    { at: 'Upload.getOriginalFilename()', to: [] },
    {
      at: 'Upload.{getName,getContentType,getBytes,getInputStream,getResource}()',
      from: ['$this'],
    },
  ],
});
