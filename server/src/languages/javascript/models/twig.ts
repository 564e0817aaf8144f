import { model } from '../../../facts/model';

export default model({
  library: 'twig',
  sinks: { template: ['twig.twig($0.data)', { at: 'twig.renderFile($0)', variant: 'name' }] },
});
