import { model } from '../../../facts/model';

export default model({
  library: 'content-disposition',
  sanitizers: [
    { at: 'content-disposition()', cleans: ['header'] },
    { at: 'create()', cleans: ['header'] },
  ],
});
