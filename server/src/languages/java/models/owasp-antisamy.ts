import { model } from '../../../facts/model';

export default model({
  library: 'org.owasp.validator.html',
  types: { Cleaner: ['type org.owasp.validator.html.AntiSamy', 'AntiSamy()'] },
  sanitizers: [{ at: 'Cleaner.scan()', cleans: ['html'] }],
});
