import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { policyDirectives } from './_words';

/** Made with an application, or made first and given to one. */
const MADE = ['Talisman()', 'Talisman().init_app()'];

export default model({
  library: 'flask_talisman',
  aliases: ['talisman'],
  configs: MADE.flatMap((at): ConfigSpec[] => [
    { kind: 'security-headers', at, options: {} },
    {
      kind: 'hsts',
      at,
      options: {
        enabled: { from: ['$strict_transport_security'] },
        maxAge: { from: ['$strict_transport_security_max_age'] },
        subDomains: { from: ['$strict_transport_security_include_subdomains'] },
      },
      fix: {
        enabled: '$strict_transport_security -',
        maxAge: '$strict_transport_security_max_age = 31536000',
        subDomains: '$strict_transport_security_include_subdomains = True',
        review: 'yes',
      },
    },
    {
      kind: 'framing',
      at,
      options: { enabled: { from: ['$frame_options'] }, value: { from: ['$frame_options'] } },
      fix: { enabled: '$frame_options -', value: '$frame_options = "SAMEORIGIN"', review: 'yes' },
    },
    {
      kind: 'type-sniffing',
      at,
      options: { enabled: { from: ['$x_content_type_options'] } },
      fix: { enabled: '$x_content_type_options -' },
    },
    {
      kind: 'content-policy',
      at,
      unless: { $content_security_policy: undefined },
      options: {
        enabled: { from: ['$content_security_policy'] },
        reportOnly: { from: ['$content_security_policy_report_only'] },
        'report-uri': { from: ['$content_security_policy_report_uri'] },
        ...policyDirectives((name) => [`$content_security_policy.${name}`]),
      },
      fix: {
        enabled: '$content_security_policy -',
        reportOnly: '$content_security_policy_report_only -',
        review: 'yes',
      },
    },
    // Its own policy lets nothing in from elsewhere.
    {
      kind: 'content-policy',
      at,
      when: { $content_security_policy: undefined },
      options: { part: { from: [], unset: true } },
    },
  ]),
});
