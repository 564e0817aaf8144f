import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'ssl',
  types: { Context: ['create_default_context()', 'SSLContext()', '_create_unverified_context()'] },
  configs: [
    ...['SSLContext()', 'create_default_context()'].map(
      (at): ConfigSpec => ({
        kind: 'tls-protocol',
        at,
        options: { version: { from: ['.minimum_version'] }, highest: { from: ['.maximum_version'] } },
        fix: { version: '.minimum_version = @{ssl}.TLSVersion.TLSv1_2' },
      }),
    ),
    {
      kind: 'tls-protocol',
      at: 'SSLContext()',
      options: { version: { from: ['$0', '$protocol'] } },
      fix: { version: '$0 = @{ssl}.PROTOCOL_TLS_CLIENT', review: 'yes' },
    },
    {
      kind: 'tls-protocol',
      at: 'wrap_socket()',
      options: { version: { from: ['$ssl_version'] } },
      fix: { version: '$ssl_version = @{ssl}.PROTOCOL_TLS_CLIENT', review: 'yes' },
    },
    {
      kind: 'tls-client',
      at: '_create_unverified_context()',
      options: { verify: means(false) },
      fix: { to: 'create_default_context' },
    },
    {
      kind: 'tls-client',
      at: 'create_default_context()',
      options: { verify: { from: ['.verify_mode'] }, hostname: { from: ['.check_hostname'] } },
      fix: { verify: '.verify_mode = @{ssl}.CERT_REQUIRED', hostname: '.check_hostname = True' },
    },
    {
      kind: 'tls-client',
      at: 'SSLContext()',
      options: { verify: { from: ['.verify_mode'] }, hostname: { from: ['.check_hostname'] } },
      fix: { verify: '.verify_mode = @{ssl}.CERT_REQUIRED', hostname: '.check_hostname = True' },
    },
    {
      kind: 'tls-client',
      at: 'wrap_socket()',
      options: { verify: { from: ['$cert_reqs'] } },
      fix: { verify: '$cert_reqs = @{ssl}.CERT_REQUIRED' },
    },
  ],
});
