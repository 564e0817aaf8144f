import { model } from '../../../facts/model';

export default model({
  library: 'feign',
  types: {
    Builder: ['type feign.Feign.Builder', 'Feign.builder()', 'Builder.{client,encoder,decoder,options,logger}()'],
  },
  sinks: { url: ['Builder.target($1)'] },
});
