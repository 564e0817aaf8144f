import { model } from '../../../facts/model';

/** Without logic: a template can show more than was meant, nothing else. */
export default model({
  library: 'mustache',
  aliases: ['hogan.js', 'mustache-express'],
  sinks: { template: ['mustache.{render,parse,compile}($0)'] },
  sanitizers: [{ at: 'mustache.escape()', cleans: ['html'] }],
  configs: [{ kind: 'template-engine', at: 'mustache.escape', options: { escape: { from: ['$0'] } } }],
});
