import { model } from '../../../facts/model';

export default model({
  library: 'sanitize-filename',
  aliases: ['filenamify', 'slugify', 'slug', '@sindresorhus/slugify', 'speakingurl', 'node-slug', 'valid-filename'],
  sanitizers: [
    { at: 'sanitize-filename()', cleans: ['path', 'header'] },
    { at: 'sanitize-filename.{path,slugify}()', cleans: ['path', 'header'] },
  ],
});
