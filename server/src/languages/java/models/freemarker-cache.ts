import { model } from '../../../facts/model';

export default model({
  library: 'freemarker.cache',
  types: { Loader: ['type freemarker.cache.StringTemplateLoader', 'StringTemplateLoader()'] },
  sinks: { template: ['Loader.putTemplate($1)'] },
});
