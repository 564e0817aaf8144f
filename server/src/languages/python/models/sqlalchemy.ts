import { model } from '../../../facts/model';
import { databaseClient, NAMED_OBJECT } from './_words';

/** Works wherever the text goes afterwards: the values travel with it. */
const BOUND = { style: ':name', values: 'method', method: '.bindparams($n=$v)' } as const;

const RUNS = '{execute,scalar,scalars,exec_driver_sql,stream,stream_scalars}';

export default model({
  library: 'sqlalchemy',
  aliases: [
    'sqlalchemy.sql',
    'sqlalchemy.sql.expression',
    'sqlalchemy.orm',
    'sqlalchemy.ext.asyncio',
    'sqlmodel',
    'sqlmodel.ext.asyncio.session',
    'flask_sqlalchemy',
  ],
  types: {
    Entity: ['declarative_base()', 'orm.DeclarativeBase', 'DeclarativeBase', 'SQLModel'],
    Link: [
      'create_engine()',
      'create_async_engine()',
      'sessionmaker()()',
      'async_sessionmaker()()',
      'scoped_session()',
      'Session()',
      'AsyncSession()',
      'Link.{connect,begin,connection,__enter__,__aenter__}()',
      'SQLAlchemy().{session,engine}',
      'type sqlalchemy.orm#Session',
      'type sqlalchemy.ext.asyncio#AsyncSession',
      'type sqlalchemy.ext.asyncio#AsyncConnection',
      'type sqlalchemy.engine#Connection',
      'type sqlalchemy.engine#Engine',
      'type sqlalchemy#Connection',
      'type sqlalchemy#Engine',
      'type sqlmodel#Session',
    ],
    Query: [
      'Link.query()',
      'select()',
      'Query.{filter,filter_by,where,join,outerjoin,limit,offset,distinct,options,select_from,with_entities}()',
      'Query.{order_by,group_by,having}()',
    ],
    Result: [`Link.${RUNS}()`],
  },
  sources: {
    database: ['Result.{fetchone,fetchall,fetchmany,first,one,one_or_none,all,scalar,scalars,mappings}()', 'Result[]'],
  },
  stores: [
    { kind: 'row', does: 'write', at: 'Entity($*)', key: 'thing' },
    { kind: 'row', does: 'read', at: 'Link.query()', key: 'argument' },
    { kind: 'row', does: 'read', at: 'select()', key: 'argument' },
  ],
  sinks: {
    'model-fields': ['Entity($**)'],

    sql: [
      { at: 'text($0)', bind: BOUND },
      { at: 'SQLAlchemy().text($0)', bind: BOUND },
      'literal_column($0)',
      'SQLAlchemy().literal_column($0)',
      { at: `Link.${RUNS}($0)`, bind: NAMED_OBJECT },
      { at: 'Link.{execute,scalar}($statement)' },
      // Text in place of a column was taken as it is before version 1.4 and is still in suffixes and hints.
      'Query.{prefix_with,suffix_with,with_hint,from_statement}($0)',
      'DDL($0)',
    ],
    'sql-name': [{ at: 'Query.{order_by,group_by}($*)', variant: 'quoted' }],
  },
  sanitizers: [
    // Reported where the text is made.
    { at: 'text()', cleans: ['sql'] },
    { at: 'SQLAlchemy().text()', cleans: ['sql'] },
    { at: 'literal_column()', cleans: ['sql'] },
    { at: 'bindparam()', cleans: ['sql'] },
    { at: 'literal()', cleans: ['sql'] },
    { at: 'select()', cleans: ['sql'] },
    { at: 'insert()', cleans: ['sql'] },
    { at: 'update()', cleans: ['sql'] },
    { at: 'delete()', cleans: ['sql'] },
    { at: 'func.*()', cleans: ['sql'] },
    { at: 'Query.*()', cleans: ['sql'] },
  ],
  propagators: [
    // What is bound is no part of the text.
    { at: 'text().{bindparams,columns}()', to: [] },
    { at: 'Link.*()', to: [] },
    { at: 'Result.*()', to: [] },
    { at: 'Query.*()', to: [] },
  ],
  configs: [
    ...['create_engine()', 'create_async_engine()'].map((at) => ({
      ...databaseClient(at, {
        ssl: { from: ['$connect_args.sslmode', '$connect_args.ssl'] },
        insecure: { from: ['$connect_args.ssl_disabled'] },
      }),
      fix: { ssl: '$connect_args.sslmode = "verify-full"', insecure: '$connect_args.ssl_disabled = False' },
    })),
    databaseClient('engine.URL.create()'),
  ],
});
