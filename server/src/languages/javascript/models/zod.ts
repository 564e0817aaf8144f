import { model } from '../../../facts/model';
import { each, textLength } from './_words';

const ROOTS = ['zod.', 'z.'];
const CHAIN =
  '{int,min,max,positive,negative,nonnegative,finite,safe,optional,nullable,default,gte,lte,gt,lt,uuid,cuid,ulid,describe,readonly,catch}';
const PARSE = '{parse,parseAsync,safeParse,safeParseAsync}';

export default model({
  library: 'zod',
  aliases: ['zod/v4', 'zod/v3', 'zod/mini'],
  types: {
    /** Schemas of what carries no text of one's choice. */
    Scalar: [
      ...each(ROOTS, '{number,bigint,boolean,date,enum,nativeEnum,literal,int,uuid,guid,cuid,cuid2,ulid}()'),
      ...each(ROOTS, 'coerce.{number,bigint,boolean,date}()'),
      ...each(ROOTS, 'string().{uuid,cuid,cuid2,ulid,datetime,ip,date,time}()'),
      `Scalar.${CHAIN}()`,
    ],
    Schema: [
      ...each(
        ROOTS,
        '{string,object,strictObject,looseObject,array,tuple,union,discriminatedUnion,record,email,url}()',
      ),
      'Schema.*()',
      'type zod#ZodSchema',
      'type zod#ZodType',
      'type zod#ZodObject',
      'type zod#AnyZodObject',
      'type zod#ZodTypeAny',
    ],
  },
  configs: [
    ...each(ROOTS, 'string()').map((at) =>
      textLength(at, ['.min($0)'], ['.max($0)'], { min: '.min(12)', max: '.max(128)' }),
    ),
    {
      kind: 'request-shape',
      at: 'Schema.passthrough()',
      options: { keepsUnknown: { from: [], unset: true } },
      fix: { to: 'strict' },
    },
    {
      kind: 'request-shape',
      at: 'Schema.loose()',
      options: { keepsUnknown: { from: [], unset: true } },
      fix: { to: 'strict' },
    },
    ...each(ROOTS, 'looseObject()').map((at) => ({
      kind: 'request-shape' as const,
      at,
      options: { keepsUnknown: { from: [], unset: true } },
      fix: { to: 'strictObject' },
    })),
  ],
  // What a schema lets through has the types that it names: no operators where a text was meant.
  sanitizers: [
    { at: `Scalar.${PARSE}()`, cleans: 'all' },
    { at: `Schema.${PARSE}()`, cleans: ['nosql', 'model-fields'] },
  ],
});
