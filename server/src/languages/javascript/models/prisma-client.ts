import { model } from '../../../facts/model';
import { ends } from './_words';

const READS =
  '{findFirst,findFirstOrThrow,findMany,findUnique,findUniqueOrThrow,count,aggregate,groupBy,update,updateMany,delete,deleteMany,upsert}';

export default model({
  library: '@prisma/client',
  types: {
    Db: [
      'PrismaClient()',
      'type @prisma/client#PrismaClient',
      'type @prisma/client#Prisma.TransactionClient',
      'Db.$extends()',
      'Db.$transaction($0).param(0)',
    ],
  },
  stores: [
    { kind: 'row', does: 'write', at: 'Db.*.{create,update,createMany,updateMany}($0.data)', key: 'thing' },
    { kind: 'row', does: 'write', at: 'Db.*.upsert($0.create)', key: 'thing' },
    { kind: 'row', does: 'write', at: 'Db.*.upsert($0.update)', key: 'thing' },
    {
      kind: 'row',
      does: 'read',
      at: 'Db.*.{findFirst,findFirstOrThrow,findMany,findUnique,findUniqueOrThrow}()',
      key: 'thing',
    },
  ],
  sinks: {
    'model-fields': [
      { at: 'Db.*.{create,update,createMany,updateMany}($0.data)', objectsOnly: true },
      { at: 'Db.*.upsert($0.create)', objectsOnly: true },
      { at: 'Db.*.upsert($0.update)', objectsOnly: true },
    ],

    sql: [
      { at: 'Db.{$queryRawUnsafe,$executeRawUnsafe}($0)', bind: { style: '$n', values: 'spread', at: 1 } },
      'Prisma.raw($0)',
    ],
    // Operators are plain keys: an object from a request is one as well.
    nosql: [{ at: `Db.*.${READS}($0.where)`, objectsOnly: true, deep: true }],
  },
  sanitizers: [
    { at: 'Prisma.sql()', cleans: ['sql'] },
    { at: 'Prisma.join()', cleans: ['sql'] },
  ],
  propagators: ends('Db.*()', `Db.*.${READS}()`, 'Db.*.{create,createMany}()'),
});
