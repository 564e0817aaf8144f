import { model } from '../../../facts/model';
import { BIND_NUMBERED, databaseClient, ends } from './_words';

const NAMED = { style: ':name', values: 'object', at: 1 } as const;

export default model({
  library: 'typeorm',
  aliases: ['@nestjs/typeorm', 'typeorm-extension'],
  types: {
    Source: [
      'DataSource()',
      'getConnection()',
      'createConnection()',
      'getConnectionManager().get()',
      'type typeorm#DataSource',
      'type typeorm#Connection',
    ],
    Runner: ['Source.createQueryRunner()', 'type typeorm#QueryRunner', 'Manager.queryRunner'],
    Manager: [
      'Source.manager',
      'Source.createEntityManager()',
      'Runner.manager',
      'getManager()',
      'Repository.manager',
      'type typeorm#EntityManager',
      'Source.transaction($*).param(0)',
      'Manager.transaction($*).param(0)',
    ],
    Repository: [
      'Source.{getRepository,getMongoRepository,getTreeRepository}()',
      'Manager.{getRepository,getMongoRepository,getTreeRepository,withRepository}()',
      'getRepository()',
      'getCustomRepository()',
      'Repository.extend()',
      'BaseEntity',
      'BaseEntity.getRepository()',
      'type typeorm#Repository',
      'type typeorm#TreeRepository',
      'type typeorm#MongoRepository',
    ],
    Builder: [
      'Source.createQueryBuilder()',
      'Manager.createQueryBuilder()',
      'Repository.createQueryBuilder()',
      'Runner.createQueryBuilder()',
      'createQueryBuilder()',
      'type typeorm#SelectQueryBuilder',
      'type typeorm#QueryBuilder',
      'type typeorm#UpdateQueryBuilder',
      'type typeorm#DeleteQueryBuilder',
      'Builder.{select,addSelect,from,addFrom,where,andWhere,orWhere,having,andHaving,orHaving,orderBy,addOrderBy,groupBy,addGroupBy,leftJoin,innerJoin,leftJoinAndSelect,innerJoinAndSelect,limit,offset,take,skip,setParameter,setParameters,update,delete,insert,set,values,subQuery,distinct,whereInIds,cache}()',
    ],
  },
  stores: [
    { kind: 'row', does: 'write', at: 'Repository.{save,insert}($0)', key: 'thing' },
    { kind: 'row', does: 'write', at: 'Repository.update($1)', key: 'thing' },
    {
      kind: 'row',
      does: 'read',
      at: 'Repository.{find,findBy,findOne,findOneBy,findOneOrFail,findOneByOrFail,findAndCount}()',
      key: 'thing',
    },
  ],
  sinks: {
    'model-fields': [
      { at: 'Repository.{save,insert,upsert}($0)', objectsOnly: true },
      { at: 'Repository.update($1)', objectsOnly: true },
    ],

    sql: [
      ...['Source', 'Manager', 'Repository', 'Runner'].map((root) => ({
        at: `${root}.query($0)`,
        bind: BIND_NUMBERED,
      })),
      { at: 'Builder.{where,andWhere,orWhere,having,andHaving,orHaving}($0)', bind: NAMED },
      'Builder.{leftJoin,innerJoin,leftJoinAndSelect,innerJoinAndSelect}($2)',
      'Raw($0)',
    ],
    'sql-name': ['Builder.{orderBy,addOrderBy,groupBy,addGroupBy,select,addSelect,from,distinctOn}($0)'],
    nosql: [
      { at: 'Repository.{find,findOne,findAndCount,count,findOneOrFail,exists}($0.where)', objectsOnly: true },
      {
        at: 'Repository.{findBy,findOneBy,findAndCountBy,countBy,findOneByOrFail,existsBy,delete,update,softDelete}($0)',
        objectsOnly: true,
      },
      { at: 'Manager.{find,findOne,findAndCount,count,findOneOrFail}($1.where)', objectsOnly: true },
      { at: 'Manager.{findBy,findOneBy,countBy,delete}($1)', objectsOnly: true },
    ],
  },
  configs: ['DataSource()', 'createConnection()'].map((at) => databaseClient(at, '$0', { user: 'username' })),
  propagators: ends(
    ...['Source', 'Manager', 'Repository', 'Runner'].map((root) => `${root}.query()`),
    'Repository.{find,findOne,findBy,findOneBy,findAndCount,findAndCountBy,findOneOrFail,findOneByOrFail,count,countBy,exists,existsBy,delete,update,softDelete,increment,decrement}()',
    'Manager.{find,findOne,findBy,findOneBy,findAndCount,findOneOrFail,count,countBy,delete,update}()',
    'Builder.{getMany,getOne,getOneOrFail,getManyAndCount,getRawMany,getRawOne,getCount,execute,stream}()',
  ),
});
