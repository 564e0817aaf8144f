import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.http.ssl',
  aliases: ['org.apache.hc.core5.ssl'],
  types: {
    Builder: [
      'type org.apache.http.ssl.SSLContextBuilder',
      'SSLContextBuilder.create()',
      'SSLContexts.custom()',
      'SSLContextBuilder()',
    ],
  },
  configs: [
    { kind: 'tls-client', at: 'Builder.loadTrustMaterial()', options: { verify: { from: ['$1', '$0'] } } },
    {
      kind: 'tls-client',
      at: 'Builder.loadTrustMaterial()',
      when: {
        $1: [
          'org.apache.http.conn.ssl.TrustAllStrategy.INSTANCE',
          'org.apache.hc.client5.http.ssl.TrustAllStrategy.INSTANCE',
        ],
      },
      options: { verify: { from: [], unset: false } },
    },
  ],
});
