import { model } from '../../../facts/model';

export default model({
  library: 'org.yaml.snakeyaml',
  types: { Loader: ['type org.yaml.snakeyaml.Yaml', 'Yaml()'] },
  propagators: [{ at: 'Loader.{load,loadAll,loadAs,parse}()', from: ['$0'] }],
  configs: [
    {
      kind: 'deserializer',
      at: 'Yaml()',
      when: { $0: undefined },
      // The second version builds plain data only.
      options: { safe: { from: [], unset: false, unsetBy: { '<2': false, '>=2': true } } },
      use: ['Loader.{load,loadAll,loadAs}()'],
      fix: {
        safe: 'new Yaml(new @{org.yaml.snakeyaml.constructor.SafeConstructor}(new @{org.yaml.snakeyaml.LoaderOptions}()))',
      },
    },
  ],
});
