import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.core.io.support',
  types: {
    Resolver: [
      'type org.springframework.core.io.support.ResourcePatternResolver',
      'type org.springframework.core.io.support.PathMatchingResourcePatternResolver',
      'PathMatchingResourcePatternResolver()',
    ],
  },
  propagators: [
    // Found by a pattern on the way that classes are found.
    { at: 'PathMatchingResourcePatternResolver()', to: [] },
    { at: 'Resolver.{getResources,getResource}()', to: [] },
  ],
});
