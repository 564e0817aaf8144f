import { flow } from '../rule';

/** The test and the text it looks for, at the end of the call. */
const TEST = /(?:^|\.|\b)(\w+)\([^()]*?(["'`])([^"'`]+)\2(?:\s*,\s*\w+)?\s*\)$/;
/** What a value that is an address is called. */
const ADDRESS =
  /ur[il]s?\b|ur[il][A-Z_]|link|href|redirect|return|next|target|dest|origin|refer+er|\bhost|host\b|callback|webhook|endpoint/i;
const HOST = /^(?:[\w-]+\.)+[a-z]{2,}$/i;
/** Ends of names of files. */
const FILE = /\.(?:html?|xml|json|jsx?|tsx?|css|png|jpe?g|gif|svg|pdf|txt|csv|zip|md|php|aspx?|jsp|action|do)$/i;

/** How the test can be passed by another host; undefined where it cannot. */
function weakness(call: string): 'prefix' | 'suffix' | 'substring' | undefined {
  const [, method, , text] = TEST.exec(call.trim()) ?? [];
  if (method === undefined || FILE.test(text)) return undefined;
  const isHost = HOST.test(text.replace(/^(?:https?:)?\/\//i, '').replace(/:\d+$/, ''));
  if (!isHost) return undefined;
  if (/^(?:startsWith|startswith|HasPrefix)$/.test(method)) return 'prefix';
  if (/^(?:endsWith|endswith|HasSuffix)$/.test(method)) return /^https?:/i.test(text) ? undefined : 'suffix';
  return /^(?:includes|contains|Contains|indexOf|Index|find)$/.test(method) ? 'substring' : undefined;
}

const HOW = {
  prefix: 'a host whose name begins like it',
  suffix: 'a host whose name ends like it',
  substring: 'any address with it somewhere inside',
};

export default flow({
  id: 'url-allowlist-weak-match',
  title: 'Allowed addresses compared as texts',
  cwe: [183, 20],
  owasp: ['A04:2021', 'A06:2025'],
  api: ['API7'],
  asvs: ['V1.3.6', 'V13.2.4'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'input',
  from: ['remote'],
  to: ['address-test'],
  applies: ({ source, call = '' }) => weakness(call) !== undefined && ADDRESS.test(`${source} ${call.split('(')[0]}`),
  variantOf: ({ call = '' }) => weakness(call),
  message: ({ source, call = '' }) =>
    `${source} is compared with an allowed address as a text, which ${HOW[weakness(call) ?? 'substring']} passes; parse it and compare the host.`,
  why: 'An address is no text: a name may be part of another name, of a path, a query or the part before an @. Each of these passes a comparison of letters and leads to a host of the sender’s choice.',
  fix: 'Parse the address with the URL parser that also makes the request, and compare scheme and host with a list of whole names.',
  secondLayer: 'Let outbound traffic through a proxy that knows the allowed hosts; do not follow redirects.',
  detection: 'Log refused addresses, and those that passed with the host that was connected to.',
  tradeOffs: 'A list of whole names must be kept when hosts are added; a leading dot allows all below one name.',
  references: [
    'https://cwe.mitre.org/data/definitions/183.html',
    'https://cwe.mitre.org/data/definitions/20.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['complete-host'],
});
