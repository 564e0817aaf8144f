import { model } from '../../../facts/model';

export default model({
  library: 'freemarker.template',
  types: {
    Settings: ['type freemarker.template.Configuration', 'Configuration()'],
    Page: ['type freemarker.template.Template', 'Settings.getTemplate()', 'Template()'],
  },
  sinks: {
    template: [{ at: 'Template($1)' }, { at: 'Settings.getTemplate($0)', variant: 'name' }],
  },
  propagators: [
    { at: 'Template()', to: [] },
    { at: 'Settings.getTemplate()', to: [] },
  ],
  renders: [
    { at: 'Settings.getTemplate()', template: '$0', values: [], prepares: true },
    { at: 'Page.process()', template: '$this', values: ['$0'] },
  ],
  configs: [
    {
      kind: 'template-engine',
      at: 'Settings.setAutoEscapingPolicy()',
      options: { policy: { from: ['$0'] } },
      fix: { policy: '$0 = @{freemarker.template.Configuration}.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY' },
    },
  ],
});
