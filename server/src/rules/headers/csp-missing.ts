import { isOneOf } from '../options';
import { duty } from '../rule';

export default duty({
  id: 'csp-missing',
  title: 'Pages without a content security policy',
  cwe: [693, 79],
  owasp: ['A05:2021', 'A02:2025'],
  asvs: ['V3.4.3'],
  severity: 'information',
  precision: 'medium',
  profile: 'recommended',
  layer: 'edge',
  of: ['http-app', 'browser-app'],
  given: ['pages'],
  metBy: ['content-policy'],
  switchedOff: (facts) =>
    (facts.has('enabled') || facts.offers('switch')) && isOneOf(facts.option('enabled'), [false, null])
      ? {
          message: 'The content security policy is switched off; start with one that only reports, then enforce it.',
          option: 'enabled',
          severity: 'warning',
          variant: 'off',
        }
      : undefined,
  message: () =>
    'Pages are sent without a content security policy; add one that only reports first, and enforce it when the reports are quiet.',
  why: 'One value that is not escaped is enough for a foreign script in the page, which then acts as the user. A policy that names the scripts of the site keeps all others from running, whichever template forgot to escape.',
  fix: "Send Content-Security-Policy with every page: default-src 'self', scripts by nonce or hash, object-src 'none', base-uri 'none', form-action and frame-ancestors. Begin with the header that only reports.",
  secondLayer: 'Escape in templates by default, and require Trusted Types where scripts write markup.',
  detection:
    'Send reports to an endpoint and look at new ones after each release; check the header in an integration test.',
  tradeOffs:
    'Inline scripts and handlers have to move into files or get a nonce, and foreign scripts need a decision each.',
  references: [
    'https://cwe.mitre.org/data/definitions/693.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'remove-call', 'add-middleware'],
});
