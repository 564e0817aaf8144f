import { model } from '../../../facts/model';

export default model({
  library: 'bleach',
  aliases: ['nh3'],
  sanitizers: [
    { at: 'clean()', cleans: ['html'] },
    { at: 'clean_text()', cleans: ['html'] },
  ],
});
