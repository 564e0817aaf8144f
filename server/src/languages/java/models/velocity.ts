import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.velocity.app',
  types: { Engine: ['type org.apache.velocity.app.VelocityEngine', 'VelocityEngine()'] },
  sinks: {
    template: [
      { at: 'Velocity.evaluate($3)' },
      { at: 'Engine.evaluate($3)' },
      { at: 'Velocity.{getTemplate,mergeTemplate}($0)', variant: 'name' },
      { at: 'Engine.{getTemplate,mergeTemplate}($0)', variant: 'name' },
    ],
  },
});
