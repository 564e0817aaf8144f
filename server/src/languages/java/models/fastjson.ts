import { model } from '../../../facts/model';

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
    {
      kind: 'deserializer',
      at: 'Settings.setAutoTypeSupport()',
      when: { $0: true },
      options: { safe: { from: [], unset: false } },
    },
  ],
});
