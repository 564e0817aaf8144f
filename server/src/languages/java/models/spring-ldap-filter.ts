import { model } from '../../../facts/model';
import { each } from './_words';

export default model({
  library: 'org.springframework.ldap.filter',
  // These escape what they are given; a filter given as text is taken as it is.
  sanitizers: each(['EqualsFilter', 'LikeFilter', 'WhitespaceWildcardsFilter', 'GreaterThanOrEqualsFilter'], '()').map(
    (at) => ({ at, cleans: ['ldap'] as const }),
  ),
  sinks: { ldap: ['HardcodedFilter($0)'] },
});
