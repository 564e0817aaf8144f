import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.fileupload',
  types: {
    Item: [
      'type org.apache.commons.fileupload.FileItem',
      'type org.apache.commons.fileupload2.core.FileItem',
      'type org.apache.commons.fileupload.FileItemStream',
    ],
  },
  sources: {
    remote: ['Item.{getName,getString,get,getInputStream,getFieldName,getContentType,openStream}()'],
  },
  sinks: { path: ['Item.write($0)'] },
  configs: [
    {
      kind: 'body-size',
      at: 'servlet.ServletFileUpload()',
      options: { limit: { from: ['.setSizeMax($0)', '.setFileSizeMax($0)'] } },
      fix: { limit: '.setSizeMax(10 * 1024 * 1024)', review: 'yes' },
    },
  ],
});
