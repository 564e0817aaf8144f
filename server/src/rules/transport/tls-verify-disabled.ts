import { acceptsEverything, isOneOf, strings } from '../options';
import type { OptionValue } from '../rule';
import { setting } from '../rule';

const OFF = [false, 0, '0', 'false', 'none', 'NONE', 'no', 'off', 'CERT_NONE', 'VERIFY_NONE', null] as const;

/**
 * Options of a tls-client: `verify` (the certificate is checked), `hostname` (its name is), `insecure` (libraries that ask
 * the other way round: nothing is checked).
 */
function isOff(option: OptionValue): boolean {
  if (option.values === undefined) return option.isSet && acceptsEverything(option.text);
  if (!option.isSet && isOneOf(option, [null])) return false;
  return isOneOf(option, OFF) || strings(option).some((value) => /(?:^|\.)(?:CERT_NONE|VERIFY_NONE)$/.test(value));
}

export default setting({
  id: 'tls-verify-disabled',
  title: 'Certificate, host-name or host-key check disabled',
  cwe: [295, 297],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V12.3.2'],
  severity: 'error',
  precision: 'very-high',
  profile: 'recommended',
  layer: 'transport',
  family: { name: 'tls', rank: 2 },
  of: ['tls-client'],
  check: (facts) => {
    const insecure = isOneOf(facts.option('insecure'), [true]);
    if (insecure || isOff(facts.option('verify'))) {
      return {
        message:
          'The certificate of the other side is not checked; trust its issuing authority instead of switching the check off.',
        option: insecure ? 'insecure' : 'verify',
      };
    }
    if (isOff(facts.option('hostname'))) {
      return {
        message:
          'The host name in the certificate is not checked (hostname), so any valid certificate will do; keep the check on.',
        option: 'hostname',
        variant: 'hostname',
      };
    }
    return undefined;
  },
  why: 'Encryption without knowing with whom is encryption to anyone. Whoever stands on the way, in a café or at a provider, presents a certificate of their own, reads credentials and data, and answers as they like.',
  fix: 'Keep the check on and add the private authority to what is trusted, from a file named in the configuration. Never decide by an error of the check. For development create a local authority.',
  secondLayer:
    'Let lint and pipeline refuse the switch; use mutual authentication between own services; pin keys only where you control both sides and have a spare.',
  detection: 'Log the issuer of peers’ certificates; alert when it changes.',
  tradeOffs:
    'A private authority must be distributed and renewed. Pinning breaks the service when keys change without notice.',
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://cwe.mitre.org/data/definitions/297.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Pinning_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
