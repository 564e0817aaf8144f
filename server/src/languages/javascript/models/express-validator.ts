import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means, PASSWORD_FIELDS, textLength } from './_words';

export default model({
  library: 'express-validator',
  aliases: ['express-validator/check', 'express-validator/filter'],
  // What passed the chains is what they name and nothing else.
  sanitizers: [{ at: 'matchedData()', cleans: ['nosql', 'model-fields'] }],
  sources: { remote: ['matchedData()'] },
  configs: [
    ...PASSWORD_FIELDS.map((name): ConfigSpec => {
      const { options, ...rest } = textLength(
        `express-validator.{body,check}("${name}").isLength()`,
        ['$0.min'],
        ['$0.max'],
        { min: '$0.min = 12', max: '$0.max = 128' },
      );
      return { ...rest, options: { ...options, name: means(name) } };
    }),
  ],
});
