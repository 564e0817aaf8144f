import { model } from '../../../facts/model';
import { ends } from './_words';

const PACKAGES = ['core', 'postgresql', 'mysql', 'mariadb', 'sqlite', 'better-sqlite', 'mongodb', 'knex'];
const READS = '{find,findOne,findAndCount,findOneOrFail,findAll,count,nativeUpdate,nativeDelete}';

export default model({
  library: '@mikro-orm/core',
  aliases: PACKAGES.slice(1).map((name) => `@mikro-orm/${name}`),
  types: {
    Manager: [
      'MikroORM.{init,initSync}().em',
      'Manager.fork()',
      'Manager.transactional($0).param(0)',
      'type @mikro-orm/core#EntityManager',
      'type @mikro-orm/core#SqlEntityManager',
    ],
    Repository: ['Manager.getRepository()', 'type @mikro-orm/core#EntityRepository'],
    Builder: ['Manager.{createQueryBuilder,qb}()', 'Repository.{createQueryBuilder,qb}()', 'Builder.*()'],
  },
  sinks: {
    sql: [
      { at: 'Manager.execute($0)', bind: { style: '?', values: 'array', at: 1 } },
      { at: 'Manager.getConnection().execute($0)', bind: { style: '?', values: 'array', at: 1 } },
      { at: 'raw($0)', bind: { style: '?', values: 'array', at: 1 } },
      'Builder.raw($0)',
    ],
    nosql: [
      { at: `Manager.${READS}($1)`, objectsOnly: true, deep: true },
      { at: `Repository.${READS}($0)`, objectsOnly: true, deep: true },
    ],
  },
  propagators: ends(`Manager.${READS}()`, `Repository.${READS}()`, 'Manager.{execute,persist,flush,persistAndFlush}()'),
});
