import { model } from '../../../facts/model';

export default model({
  library: 'django.template',
  types: { Motor: ['Engine()', 'engines[]'] },
  sinks: { template: ['Template($0)', 'Motor.from_string($0)', 'base.Template($0)'] },
  sanitizers: [
    { at: 'Template().render()', cleans: ['html'] },
    { at: 'loader.render_to_string()', cleans: 'all' },
    { at: 'loader.get_template().render()', cleans: 'all' },
    { at: 'Motor.from_string().render()', cleans: ['html'] },
  ],
  renders: [
    {
      at: 'loader.render_to_string()',
      template: '$0',
      values: ['$1', '$context'],
      also: { request: '$2' },
      escapes: true,
    },
    { at: 'loader.get_template()', template: '$0', values: [], prepares: true },
    { at: 'loader.get_template().render()', template: '$this', values: ['$0'], also: { request: '$1' }, escapes: true },
    { at: 'response.TemplateResponse()', template: '$1', values: ['$2'], also: { request: '$0' }, escapes: true },
  ],
  configs: [
    { kind: 'template-engine', at: 'Engine()', options: { escape: { from: ['$autoescape'], unset: true } } },
    {
      kind: 'template-engine',
      at: 'Context()',
      options: { escape: { from: ['$autoescape'], unset: true } },
      fix: { escape: '$autoescape = True' },
    },
  ],
});
