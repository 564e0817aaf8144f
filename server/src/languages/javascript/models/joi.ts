import { model } from '../../../facts/model';
import { textLength } from './_words';

const ROOTS = ['joi.', 'Joi.'];

export default model({
  library: 'joi',
  aliases: ['@hapi/joi', 'yup', 'superstruct', 'valibot', 'celebrate', '@sinclair/typebox', 'runtypes', 'io-ts'],
  types: {
    Scalar: ROOTS.flatMap((root) => [
      `${root}{number,boolean,bool,date}()`,
      `${root}string().{guid,uuid,alphanum,hex,isoDate,token}()`,
    ]).concat('Scalar.*()'),
    Schema: ROOTS.map((root) => `${root}{object,string,array,alternatives,compile}()`).concat(
      'Schema.*()',
      'type joi#Schema',
      'type joi#ObjectSchema',
    ),
  },
  configs: [
    ...ROOTS.map((root) =>
      textLength(`${root}string()`, ['.min($0)'], ['.max($0)'], { min: '.min(12)', max: '.max(128)' }),
    ),
    {
      kind: 'request-shape',
      at: 'Schema.unknown()',
      options: { keepsUnknown: { from: ['$0'], unset: true } },
      fix: { keepsUnknown: '$0 = false' },
    },
    {
      kind: 'request-shape',
      at: 'Schema.{validate,validateAsync}()',
      options: { keepsUnknown: { from: ['$1.allowUnknown'] } },
      fix: { keepsUnknown: '$1.allowUnknown = false' },
    },
  ],
  sanitizers: [
    { at: 'Scalar.{validate,validateAsync,validateSync,cast}()', cleans: 'all' },
    { at: 'Schema.{validate,validateAsync,validateSync,cast}()', cleans: ['nosql', 'model-fields'] },
    { at: 'joi.{attempt,assert,validate,parse}()', cleans: ['nosql', 'model-fields'] },
  ],
});
