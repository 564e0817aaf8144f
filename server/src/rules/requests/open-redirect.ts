import { flow } from '../rule';

export default flow({
  id: 'open-redirect',
  title: 'Redirect target from request data',
  cwe: [601],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V3.7.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  from: ['remote'],
  to: ['redirect'],
  message: ({ source }) => `${source} decides where the browser is sent; allow local paths or known hosts only.`,
  why: 'A link that starts with your domain and ends elsewhere is what phishing needs. In sign-in flows the redirect also carries codes and tokens to whoever chose the target.',
  fix: 'Redirect to constant places, or accept only a path that begins with a single slash and neither a second slash nor a backslash. For other sites, compare the parsed host with an allowlist.',
  secondLayer:
    'Register exact redirect addresses at identity providers; show a page that names the target before leaving the site.',
  detection:
    'Log redirects that leave the site together with the referring page; watch for parameters that hold whole URLs.',
  tradeOffs:
    'Deep links into other products need the allowlist to be kept up. Local paths are enough for “return to where you came from”.',
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  fixes: ['redirect-guard', 'replace-call'],
});
