import { model } from '../../../facts/model';

export default model({
  library: 'org.thymeleaf',
  types: {
    Variables: [
      'type org.thymeleaf.context.Context',
      'type org.thymeleaf.context.WebContext',
      'context.{Context,WebContext}()',
    ],
    Engine: [
      'type org.thymeleaf.TemplateEngine',
      'type org.thymeleaf.ITemplateEngine',
      'type org.thymeleaf.spring5.SpringTemplateEngine',
      'type org.thymeleaf.spring6.SpringTemplateEngine',
      'TemplateEngine()',
    ],
  },
  sinks: { template: ['Engine.{process,processThrottled}($0)'] },
  operations: { 'map.put': ['Variables.setVariable()'], 'map.putAll': ['Variables.setVariables()'] },
  renders: [{ at: 'Engine.process()', template: '$0', values: ['$1'], escapes: true }],
  propagators: [{ at: 'Engine.process()', to: [] }],
});
