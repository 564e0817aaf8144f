import { claimIn } from '../lexicon';
import { type FlowFacts, flow } from '../rule';

/** What is compared with is more than everybody has. */
const PRIVILEGED = /admin|root|super|owner|manager|staff|moderator|\btrue\b|["']?\b1\b/i;

/** The branch turns the request away. */
const REFUSES =
  /\b(?:40[13]|\w*forbid\w*|\w*denied\w*|\w*unauthori[sz]ed\w*|redirect\w*|abort|sendRedirect)\b|return\s+false\b/i;

/** What is read of the request: of a group of values the one that is asked for. */
const read = ({ source, use, call = '' }: FlowFacts): string =>
  use === 'identity' && call.startsWith(source) && call.length <= 80 ? call : source;

/** What is done first where the condition holds. */
const branchOf = (after: string): string => /^\)*:\s*(.*)/.exec(after)?.[1] ?? after.split('}')[0];

/** How the request is decided by what it says itself; undefined where nothing is. */
function decides(facts: FlowFacts): 'condition' | 'principal' | undefined {
  const { use, variant, call = '', after = '' } = facts;
  const source = read(facts);
  const claim = claimIn(source);
  if (!claim) return undefined;
  if (use === 'identity') return claim.from !== 'data' && claim.is === 'principal' ? 'principal' : undefined;
  if (claim.is === 'principal') return undefined;
  const isCompared = variant === 'equal' || variant === 'unequal';
  if (isCompared ? !PRIVILEGED.test(call.replace(source, '')) : claim.is !== 'flag') return undefined;
  // What is answered in the branch, not in the code behind it.
  const isRefused = REFUSES.test(branchOf(after));
  if (variant === 'unequal' || variant === 'false') return isRefused ? 'condition' : undefined;
  // Who asks for less or for more in a form is not yet who gets it.
  return isRefused || claim.from === 'data' ? undefined : 'condition';
}

export default flow({
  id: 'client-controlled-authz',
  title: 'Identity, role or tenant taken from the client',
  cwe: [807, 290, 269],
  owasp: ['A04:2021', 'A06:2025'],
  api: ['API1', 'API5'],
  asvs: ['V8.3.1', 'V4.1.3'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'authorization',
  from: ['remote'],
  to: ['claim', 'identity'],
  applies: (facts) => decides(facts) !== undefined,
  variantOf: decides,
  // A gateway may set the header, and throw away what clients send: the code does not show it.
  severityOf: (facts) =>
    facts.variant === 'principal' && claimIn(read(facts))?.from === 'header' ? 'warning' : undefined,
  message: (facts) =>
    facts.variant === 'principal'
      ? `${read(facts)} is written by whoever sends the request, and taken for who is asking; take the user from the session or from a token that was checked.`
      : `${read(facts)} is written by whoever sends the request, and decides what is allowed; take the role from the session or from the database.`,
  why: 'Cookies, headers and fields are texts that a client writes. Whoever sets the role to admin, or the id to that of somebody else, is believed; nothing has to be guessed or broken.',
  fix: 'Let the session, or a token whose signature was checked, say who is asking, and look roles and tenants up on the server. Compare ids in a request with that, and refuse what differs.',
  secondLayer:
    'Let the outermost proxy remove headers that only the inside may set, and put the tenant into every query by a layer of its own.',
  detection:
    'Log refused requests with user and object. In tests, send another role and another id with an ordinary session, and expect 403.',
  tradeOffs:
    'Behind a gateway that signs users in, services believe headers: let it send a signed token instead, or let nobody else reach the service.',
  references: [
    'https://cwe.mitre.org/data/definitions/807.html',
    'https://cwe.mitre.org/data/definitions/290.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  words: { review: 'yes' },
  fixes: ['replace-call'],
});
