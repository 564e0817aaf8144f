import { model } from '../../../facts/model';

export default model({
  library: 'nunjucks',
  types: { Environment: ['configure()', 'Environment()', 'type nunjucks#Environment'] },
  sinks: {
    template: [
      'nunjucks.{renderString,compile}($0)',
      'Environment.renderString($0)',
      'Template($0)',
      { at: 'nunjucks.render($0)', variant: 'name' },
      { at: 'Environment.{render,getTemplate}($0)', variant: 'name' },
    ],
  },
});
