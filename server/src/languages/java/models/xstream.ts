import { model } from '../../../facts/model';

export default model({
  library: 'com.thoughtworks.xstream',
  types: { Stream: ['type com.thoughtworks.xstream.XStream', 'XStream()'] },
  propagators: [{ at: 'Stream.{fromXML,unmarshal}()', from: ['$0'] }],
  configs: [
    {
      kind: 'deserializer',
      at: 'XStream()',
      options: {
        safe: {
          from: [
            '.allowTypes()',
            '.allowTypesByWildcard()',
            '.allowTypesByRegExp()',
            '.allowTypeHierarchy()',
            '.addPermission()',
            '.denyTypesByWildcard()',
          ],
          means: true,
          unset: false,
          // Since then nothing is allowed that is not named.
          unsetBy: { '<1.4.18': false, '>=1.4.18': true },
        },
      },
      use: ['Stream.{fromXML,unmarshal}()'],
    },
  ],
});
