import { model } from '../../../facts/model';

export default model({
  library: 'org.thymeleaf',
  types: {
    Engine: [
      'type org.thymeleaf.TemplateEngine',
      'type org.thymeleaf.ITemplateEngine',
      'type org.thymeleaf.spring5.SpringTemplateEngine',
      'type org.thymeleaf.spring6.SpringTemplateEngine',
      'TemplateEngine()',
    ],
  },
  sinks: { template: ['Engine.{process,processThrottled}($0)'] },
  propagators: [{ at: 'Engine.process()', to: [] }],
});
