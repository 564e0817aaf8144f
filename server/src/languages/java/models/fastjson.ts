import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

export default model({
  library: 'com.alibaba.fastjson',
  types: {
    Settings: [
      'type com.alibaba.fastjson.parser.ParserConfig',
      'parser.ParserConfig.getGlobalInstance()',
      'parser.ParserConfig()',
    ],
  },
  propagators: [{ at: 'JSON.{parse,parseObject,parseArray,toJSONString}()', from: ['$0'] }],
  configs: [
    outdated('com.alibaba.fastjson', ['com.alibaba.fastjson'], {
      state: 'unsafe',
      by: { 'fastjson >=2': 'fine' },
      instead: 'fastjson2 or Jackson, without types in the data',
    }),
    {
      kind: 'deserializer',
      at: 'Settings.setAutoTypeSupport()',
      when: { $0: true },
      options: { safe: { from: [], unset: false } },
    },
  ],
});
