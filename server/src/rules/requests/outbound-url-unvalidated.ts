import { flow } from '../rule';

export default flow({
  id: 'outbound-url-unvalidated',
  title: 'Request data in an outbound URL without encoding',
  cwe: [918, 116, 74],
  owasp: ['A10:2021', 'A01:2025'],
  api: ['API7', 'API10'],
  asvs: ['V1.2.2', 'V4.2.5', 'V1.3.6'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'transport',
  family: { name: 'ssrf', rank: 2 },
  from: ['remote'],
  to: ['url-part'],
  message: ({ source, variant }) =>
    variant === 'query'
      ? `${source} is put into the query of an outbound request as it is, so it can add parameters; encode it.`
      : `${source} is put into the path of an outbound request as it is, so it can lead to another resource; encode it.`,
  why: 'The host is fixed, but dots and slashes in the value lead to other resources of that service, and “?”, “&” or “#” add, replace or cut off parameters. The call is made with the rights of the server, not of whoever sent the value.',
  fix: 'Encode each part where it is put into the URL, or give parameters to the client as such. Check identifiers for their form first.',
  secondLayer:
    'Let the called service ask for the user’s own rights, and give the server’s credential no more than these calls need.',
  detection: 'Log the whole URL of outbound requests; alert on encoded dots and slashes in parts that are identifiers.',
  tradeOffs: 'A value that is meant to be several segments must be encoded segment by segment, or its slashes go too.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cwe.mitre.org/data/definitions/116.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['encode-url-part'],
});
