import { model } from '../../../facts/model';

export default model({
  library: 'multer',
  types: {
    File: [
      'multer.diskStorage($0.filename).param(1)',
      'multer.diskStorage($0.destination).param(1)',
      'multer($0.fileFilter).param(1)',
      'type multer#File',
      'type Express.Multer.File',
    ],
  },
  configs: [
    {
      kind: 'upload',
      at: 'multer()',
      options: {
        size: { from: ['$0.limits.fileSize'], unset: 'unlimited' },
        type: { from: ['$0.fileFilter'], unset: 'any' },
        folder: { from: ['$0.dest'] },
      },
      fix: { size: '$0.limits = { fileSize: 5_000_000, files: 1 }' },
    },
  ],
  sources: { remote: ['File.{originalname,mimetype,buffer,fieldname}'] },
});
