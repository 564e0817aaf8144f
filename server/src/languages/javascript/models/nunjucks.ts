import { model } from '../../../facts/model';

export default model({
  library: 'nunjucks',
  types: { Environment: ['configure()', 'Environment()', 'type nunjucks#Environment'] },
  sinks: {
    template: [
      { at: 'nunjucks.renderString($0)', bind: { style: '{{ name }}', values: 'object', at: 1 } },
      { at: 'Environment.renderString($0)', bind: { style: '{{ name }}', values: 'object', at: 1 } },
      'nunjucks.compile($0)',
      'Template($0)',
      { at: 'nunjucks.render($0)', variant: 'name' },
      { at: 'Environment.{render,getTemplate}($0)', variant: 'name' },
    ],
  },
  renders: ['nunjucks.render()', 'Environment.render()'].map((at) => ({ at, template: '$0', values: ['$1'] })),
  configs: [
    {
      kind: 'template-engine',
      at: 'configure()',
      options: { escape: { from: ['$1.autoescape', '$0.autoescape'], unset: true } },
      fix: { escape: '$1.autoescape = true' },
    },
    {
      kind: 'template-engine',
      at: 'Environment()',
      options: { escape: { from: ['$1.autoescape'], unset: true } },
      fix: { escape: '$1.autoescape = true' },
    },
  ],
});
