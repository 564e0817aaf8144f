import { flow } from '../rule';

export default flow({
  id: 'client-ip-from-header',
  title: 'Client IP read from a spoofable header',
  cwe: [348, 290],
  owasp: ['A07:2021', 'A07:2025'],
  api: ['API4'],
  asvs: ['V15.3.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  from: ['claimed-address'],
  to: ['client-address'],
  message: ({ source }) =>
    `${source} says what whoever sends the request wrote into it; take the address from the connection, or from the framework that knows which proxies to trust.`,
  why: 'The header is part of the request: a client writes any address into it, a new one for each try. Limits by address then limit nobody, lists of addresses let everybody in, and records point at strangers.',
  fix: 'Use the address that the framework gives and tell it which proxies stand in front; it then takes the last address that a proxy of yours has added. Never read the header yourself.',
  secondLayer:
    'Let the outermost proxy overwrite the header rather than append to it, and let nothing else reach the service.',
  detection: 'Compare the header with the address of the connection at the outermost proxy; alert where they differ.',
  tradeOffs:
    'Behind a proxy that is not named as trusted all requests have the address of the proxy: set this when the proxy changes.',
  references: [
    'https://cwe.mitre.org/data/definitions/348.html',
    'https://cwe.mitre.org/data/definitions/290.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
  ],
  fixes: ['replace-call'],
});
