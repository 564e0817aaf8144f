import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.http.conn.ssl',
  aliases: ['org.apache.hc.client5.http.ssl'],
  configs: [
    { kind: 'tls-client', at: 'NoopHostnameVerifier()', options: { hostname: { from: [], unset: false } } },
    { kind: 'tls-client', at: 'AllowAllHostnameVerifier()', options: { hostname: { from: [], unset: false } } },
    {
      kind: 'tls-client',
      at: 'SSLConnectionSocketFactory()',
      when: {
        $1: [
          'org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE',
          'org.apache.hc.client5.http.ssl.NoopHostnameVerifier.INSTANCE',
          'org.apache.http.conn.ssl.SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER',
        ],
      },
      options: { hostname: { from: [], unset: false } },
    },
    { kind: 'tls-client', at: 'TrustAllStrategy()', options: { verify: { from: [], unset: false } } },
  ],
});
