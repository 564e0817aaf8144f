import { model } from '../../../facts/model';

export default model({
  library: 'com.github.jknack.handlebars',
  types: { Engine: ['type com.github.jknack.handlebars.Handlebars', 'Handlebars()'] },
  sinks: { template: ['Engine.compileInline($0)', { at: 'Engine.compile($0)', variant: 'name' }] },
});
