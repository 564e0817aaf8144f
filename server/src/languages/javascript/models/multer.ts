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
  sources: { remote: ['File.{originalname,mimetype,buffer,fieldname}'] },
});
