import { model } from '../../../facts/model';

/** All of these are tags that bind what stands in their holes. */
export default model({
  library: 'sql-template-tag',
  aliases: [
    'slonik',
    '@databases/sql',
    '@databases/pg',
    'sql-template-strings',
    'pg-template-tag',
    'sql-bricks',
    '@nearform/sql',
    'squid/pg',
  ],
  sinks: { sql: ['raw($0)', 'sql.__dangerous__rawValue($0)', 'SQL.unsafe($0)'] },
  sanitizers: [
    { at: 'sql-template-tag()', cleans: ['sql'] },
    { at: 'sql()', cleans: ['sql'] },
    { at: 'SQL()', cleans: ['sql'] },
    { at: 'sql.{type,typeAlias}()()', cleans: ['sql'] },
    { at: 'sql.fragment()', cleans: ['sql'] },
  ],
});
