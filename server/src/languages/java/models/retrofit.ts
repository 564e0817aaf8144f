import { model } from '../../../facts/model';

export default model({
  library: 'retrofit2',
  types: {
    Builder: ['type retrofit2.Retrofit.Builder', 'Retrofit.Builder()', 'Builder.{client,addConverterFactory}()'],
  },
  sinks: { url: ['Builder.baseUrl($0)'] },
});
