import { model } from '../../../facts/model';

export default model({
  library: 'mime/multipart',
  types: {
    Reader: ['type mime/multipart#Reader', 'net/http:Request.MultipartReader()[0]'],
    Part: ['type mime/multipart#Part', 'Reader.{NextPart,NextRawPart}()[0]'],
  },
  sources: { remote: ['Part.{FileName,FormName}()'] },
  // The library takes the last name of the path.
  sanitizers: [{ at: 'Part.FileName()', cleans: ['path'] }],
});
