import { model } from '../../../facts/model';

export default model({
  library: 'mime',
  sanitizers: [
    { at: 'FormatMediaType()', cleans: ['header', 'log'] },
    { at: 'mime.{TypeByExtension}()', cleans: 'all' },
  ],
});
