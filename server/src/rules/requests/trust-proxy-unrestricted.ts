import { isForDevelopment, isOneOf, stringsWithin } from '../options';
import { type ConfigFacts, type ConfigProblem, duty } from '../rule';

/** Every address there is. */
const ANY = /^(?:\*|0\.0\.0\.0\/0|::\/0)$/;

function check(facts: ConfigFacts): ConfigProblem | undefined {
  if (isForDevelopment(facts.file) || isOneOf(facts.option('limited'), [true]) || facts.has('hops')) return undefined;
  const proxies = facts.option('proxies');
  const isAll =
    isOneOf(proxies, [true]) ||
    stringsWithin(proxies).some((one) => one.split(/[\s,]+/).some((part) => ANY.test(part)));
  if (!isAll && (proxies.isSet || !isOneOf(proxies, ['any']))) return undefined;
  return {
    message: 'Any client can say in X-Forwarded-For who it is; name the proxies, or how many there are.',
    option: 'proxies',
  };
}

export default duty({
  id: 'trust-proxy-unrestricted',
  title: 'Every sender trusted as a proxy',
  cwe: [348, 290],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V4.1.3', 'V15.3.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['proxied-app'],
  given: ['client-address', 'trusted-proxies'],
  metBy: ['trusted-proxies'],
  switchedOff: check,
  message: () =>
    'The address of a client is taken from a header that any client can send, as no proxies are named; name them.',
  why: 'Behind a proxy, the address of the client is in a header. Whoever trusts every sender of that header lets clients choose their address: limits by address, lists of allowed networks and the log then hold what an attacker wrote.',
  fix: 'Trust the addresses of your own proxies, or the number of hops between the client and the application, and let the outermost proxy overwrite the headers that it gets.',
  secondLayer: 'Let the application be reached through the proxy only, and do not decide on rights by address alone.',
  detection: 'Send a request with a made-up X-Forwarded-For from outside and look at the address that the log has.',
  tradeOffs: 'The setting follows the deployment: another proxy in front means another hop or address.',
  references: [
    'https://cwe.mitre.org/data/definitions/348.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
