import { flow } from '../rule';

export default flow({
  id: 'ssrf',
  title: 'Outbound request to a host from request data',
  cwe: [918, 441],
  owasp: ['A10:2021', 'A01:2025'],
  api: ['API7'],
  asvs: ['V1.3.6'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'transport',
  family: { name: 'ssrf', rank: 1 },
  from: ['remote', 'stored'],
  to: ['url'],
  message: ({ source }) => `${source} decides where the server sends a request; allow known hosts only.`,
  why: 'The server stands inside the network. A caller who chooses its targets can read the cloud metadata service with its credentials, talk to databases and admin pages that trust the internal network, and use the server to reach others.',
  fix: 'Keep scheme and host constant and encode what comes after. Where the host must vary, parse the URL and compare the host with an allowlist; do not follow redirects, and set a time limit.',
  secondLayer:
    'Send outbound traffic through a proxy or network policy that denies private, link-local and metadata addresses; require token headers at the metadata service.',
  detection:
    'Log every outbound target; alert on private addresses, on the metadata address and on many failed connections in a row.',
  tradeOffs:
    'Web hooks and importers cannot have a fixed list: resolve the name, refuse private ranges, and connect to the very address that was checked.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['url-guard'],
});
