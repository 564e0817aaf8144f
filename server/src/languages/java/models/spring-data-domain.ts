import { model } from '../../../facts/model';

/** Properties are checked against the entity's; only `unsafe` takes expressions. */
export default model({
  library: 'org.springframework.data',
  sinks: {
    'sql-name': [
      'jpa.domain.JpaSort.unsafe($*)',
      { at: 'domain.Sort.by($0)', variant: 'quoted' },
      { at: 'domain.Sort.by($1)', variant: 'quoted' },
      { at: 'domain.Sort.Order.{asc,desc,by}($0)', variant: 'quoted' },
    ],
  },
});
