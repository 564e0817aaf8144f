import { model } from '../../../facts/model';

export default model({
  library: 'org.owasp.html',
  types: {
    Policy: [
      'type org.owasp.html.PolicyFactory',
      'HtmlPolicyBuilder().{toFactory}()',
      'Sanitizers.{FORMATTING,BLOCKS,LINKS,IMAGES,STYLES,TABLES}',
      'Policy.and()',
    ],
  },
  sanitizers: [{ at: 'Policy.sanitize()', cleans: ['html'] }],
});
