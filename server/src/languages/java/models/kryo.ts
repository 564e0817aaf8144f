import { model } from '../../../facts/model';

export default model({
  library: 'com.esotericsoftware.kryo',
  types: { Serializer: ['type com.esotericsoftware.kryo.Kryo', 'Kryo()'] },
  propagators: [{ at: 'Serializer.{readObject,readClassAndObject,readObjectOrNull}()', from: ['$0'] }],
  configs: [
    {
      kind: 'deserializer',
      at: 'Kryo()',
      options: {
        safe: {
          from: ['.setRegistrationRequired($0)'],
          unset: true,
          unsetBy: { '<5': false, '>=5': true },
        },
      },
      fix: { safe: '.setRegistrationRequired(true)' },
    },
  ],
});
