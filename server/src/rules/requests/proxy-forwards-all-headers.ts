import { type ConfigFacts, type ConfigProblem, setting } from '../rule';

/** All headers of something, as they are, copied, or among others. */
const WHOLE =
  /^(?:(?:dict|Object\.assign)\(\s*(?:\{\s*\},\s*)?|\{\s*(?:\.\.\.|\*\*))?\s*((?:[\w$]+\.)*[\w$]+)\.[hH]eaders?(?:\.Clone\(\))?\s*(?:,[\s\S]*)?[)}]?$/;

/** Something is picked, or taken away, in so many words. */
const CHOSEN =
  /\b(?:delete|del|omit|pick|filter|without|exclude|strip|sanitize|allow\w*|hop\w*)\b|\.(?:pop|Del|delete|remove)\(/i;

/** What speaks of both in the value itself has them replaced. */
const REPLACED = [/authorization/i, /cookie/i];

/** What a client calls its request is not one that came in: that is a parameter, or is imported. */
function isCopyOfRequest(facts: ConfigFacts, text: string, root: string): boolean {
  if (!/^(?:\{|dict|Object)/.test(text)) return false;
  return facts.parameters.includes(root) || (root === 'request' && facts.mentions(/\bimport\b[^\n]*\brequest\b/));
}

function check(facts: ConfigFacts): ConfigProblem | undefined {
  const headers = facts.option('headers');
  if (!headers.isSet) return undefined;
  const text = headers.text.trim();
  const [root] = (WHOLE.exec(text)?.[1] ?? '').split('.');
  if (root === '') {
    // Headers that came in may also be a parameter of their own.
    if (!headers.tainted || !/^\w*headers$/i.test(text) || !facts.parameters.includes(text)) return undefined;
  } else if (!headers.tainted && !isCopyOfRequest(facts, text, root)) return undefined;
  if (REPLACED.every((word) => word.test(text)) || CHOSEN.test(facts.around.text)) return undefined;
  return {
    message: `${text.split('\n')[0]} takes cookies and tokens of the caller along; pass on the few headers that are needed.`,
    option: 'headers',
  };
}

export default setting({
  id: 'proxy-forwards-all-headers',
  title: 'All headers of a request are passed on',
  cwe: [200, 441],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V4.1.3'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['outgoing-headers'],
  check,
  why: 'Headers carry cookies, tokens and the address that somebody claims to have. Passed on as they are, they tell another service who the caller is and let it act as them, and let the caller speak to it with headers that only one’s own services may set.',
  fix: 'Make the headers of the outgoing request anew, from a constant list of those that the other side needs (accept, accept-language, content-type, an id of the request), and give it a token of its own.',
  secondLayer:
    'Let the service behind accept identity only from a token that was issued for it, and ignore forwarding headers that its proxy did not set.',
  detection: 'Send a made-up header and look for it at the service behind.',
  tradeOffs: 'A new header that both sides agree on has to be added to the list before it arrives.',
  references: [
    'https://cwe.mitre.org/data/definitions/200.html',
    'https://cwe.mitre.org/data/definitions/441.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html',
  ],
  fixes: [],
});
