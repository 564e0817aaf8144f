import { flow } from '../rule';

const PLACE: Readonly<Record<string, string>> = {
  script: 'a script',
  attribute: 'an attribute without quotes',
  event: 'an event handler',
  string: 'a text inside a script',
  url: 'a link, where a script URL may stand',
  style: 'a style',
};

export default flow({
  id: 'xss-script-context',
  title: 'Data in a script, attribute, URL or style context with HTML escaping only',
  cwe: [79, 116],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.2', 'V1.2.3'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'output',
  family: { name: 'xss', rank: 2 },
  from: ['remote'],
  to: ['html-script'],
  message: ({ source, variant }) =>
    `${source} is written into ${(variant && PLACE[variant]) ?? 'a script'} without the encoding that place needs; pass it as a data attribute or encode it for that place.`,
  why: 'Each part of a page has its own grammar. Entities are decoded in attributes before a script sees them, and inside a script element HTML escaping protects nothing: a closing tag or a quote in the value ends the text and starts code.',
  fix: 'Keep data out of scripts: put it into a data attribute or a JSON block and read it from there. Where it must stand in a script, serialise it as JSON with “<”, U+2028 and U+2029 escaped; allow only http, https and mailto in links.',
  secondLayer:
    'Send a content security policy with nonces, so that injected scripts and event handlers do not run; quote every attribute.',
  detection: 'Collect reports of the content security policy; log values with “</script” or “javascript:”.',
  tradeOffs:
    'A JSON block needs one more line in the script that reads it. Nonces need a template engine that can place them.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cwe.mitre.org/data/definitions/116.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['quote-attribute', 'encode-in-template', 'escape-output'],
});
