import { type ActFacts, type ActProblem, act, type Operand } from '../rule';

const CONTAINS = /^(?:includes|indexOf|contains|Contains|search|find|index|Index)$/;
const BEGINS = /^(?:startsWith|startswith|HasPrefix)$/;
const ENDS = /^(?:endsWith|endswith|HasSuffix)$/;
const FITS = /^(?:test|match|search|MatchString|find|fullmatch)$/;
/** A read of the header, by whatever name the request has. */
const HEADER =
  /(?:headers?|META|\bget|getHeader|Get|param)\b[^;]*\b(?:HTTP_)?(?:origin|referr?er)\b|\.(?:origin|referr?er)\b|\bRefer(?:r)?er\(\)/i;
/** The check decides on something. */
const REFUSES = /\b403\b|forbid|den(?:y|ied)|reject|unauthori[sz]ed|PermissionDenied|not allowed|invalid origin/i;
/** Its outcome is a header for scripts, which is another weakness. */
const FOR_SCRIPTS = /Access-Control-Allow-Origin/i;

function check(facts: ActFacts): ActProblem | undefined {
  const weak = weakness(facts);
  if (weak === undefined) return undefined;
  const { text } = facts.around;
  if (!REFUSES.test(text) || FOR_SCRIPTS.test(text)) return undefined;
  return { message: `${weak}; compare the whole origin with the ones that are allowed.` };
}

function weakness({ operator, name, operands }: ActFacts): string | undefined {
  // `host in origin` asks for a part of the text that is on the right.
  if (operator === 'in' || operator === 'not in') {
    const [part, whole] = operands;
    return isHeader(whole) && !isHeader(part)
      ? 'Any address that holds the host somewhere passes this check'
      : undefined;
  }
  if (operator !== '') return undefined;
  const [receiver, first, second] = operands;
  if (!receiver || !first) return undefined;
  const [whole, part] = isHeader(receiver) ? [receiver, first] : second && isHeader(first) ? [first, second] : [];
  if (whole && part && CONTAINS.test(name)) return 'Any address that holds the host somewhere passes this check';
  if (whole && part && BEGINS.test(name)) {
    const beginning = String(part.constant ?? '');
    return /^https?:\/\/[^/]+$/.test(beginning) ? `A host that begins with ${beginning} passes this check` : undefined;
  }
  if (whole && part && ENDS.test(name)) {
    const end = String(part.constant ?? '');
    return /^[\w-]+(?:\.[\w-]+)+$/.test(end)
      ? `A host that ends with ${end}, such as evil${end}, passes this check`
      : undefined;
  }
  const [pattern, text] = isHeader(first) ? [receiver, first] : isHeader(receiver) ? [first, receiver] : [];
  if (!text || !pattern || !FITS.test(name) || name === 'fullmatch') return undefined;
  const written = /^\/(.*)\/\w*$/s.exec(pattern.text)?.[1];
  return written !== undefined && !(written.startsWith('^') && written.endsWith('$'))
    ? 'The pattern fits a part of an address'
    : undefined;
}

function isHeader(operand: Operand | undefined): boolean {
  return (
    operand !== undefined && operand.constant === undefined && operand.text.length < 200 && HEADER.test(operand.text)
  );
}

export default act({
  id: 'origin-check-weak',
  title: 'Check of Origin or Referer that others pass',
  cwe: [346, 352],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V3.5.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  check,
  why: 'Attackers choose the names of their own hosts and the paths of their pages. A check for a part of the address, for its beginning without the end of the host, or by a pattern that fits anywhere, is passed by example.com.evil.io or evil.io/example.com.',
  fix: 'Parse the header as an address, take scheme, host and port of it, and look that up in the list of origins that are yours. Refuse requests that change something and have neither Origin nor Referer.',
  secondLayer: 'Ask for a token against forged requests as well, and set SameSite on the session cookie.',
  detection: 'Log origins that were refused, and those that passed and are not in the list of known ones.',
  tradeOffs:
    'Some clients send neither header; programs that use the interface should log in by a header of their own.',
  references: [
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: [],
});
