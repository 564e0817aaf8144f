import { entropy, isPlaceholder } from './lexicon';

/** How the tokens of providers are made. Pure shapes and arithmetic: what has a checksum is checked. */

export interface ProviderToken {
  /** `a GitHub token`, for messages. */
  readonly what: string;
  readonly token: string;
  /** Signs of itself nothing but what its name allows: worth a warning, not an error. */
  readonly isMinor: boolean;
}

interface Shape {
  readonly what: string;
  /** Its first group, or all of it, is what was generated. */
  readonly pattern: RegExp;
  readonly isMinor?: true;
  isReal?(match: RegExpExecArray): boolean;
}

/** Not within a longer word. */
const shape = (source: string): RegExp => new RegExp(`(?<![A-Za-z0-9_-])${source}(?![A-Za-z0-9_-])`);

const SHAPES: readonly Shape[] = [
  {
    what: 'a private key',
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n|\\r)*((?:[A-Za-z0-9+/=:,-]|\s|\\n|\\r){64,})/,
  },
  { what: 'an AWS access key', pattern: shape('A(?:KIA|SIA)([A-Z2-7]{16})') },
  { what: 'a GitHub token', pattern: shape('gh[pousr]_([A-Za-z0-9]{36})'), isReal: endsInChecksum },
  { what: 'a GitHub token', pattern: shape('github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})') },
  { what: 'a GitLab token', pattern: shape('gl(?:pat|dt|rt|ptt|soat|cbt)-([A-Za-z0-9_-]{20,60})') },
  { what: 'an npm token', pattern: shape('npm_([A-Za-z0-9]{36})'), isReal: endsInChecksum },
  // The beginning is the encoded name of the registry.
  { what: 'a PyPI token', pattern: shape('pypi-(AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,})') },
  { what: 'a Slack token', pattern: shape('xox[abprs]-(\\d{8,14}-[A-Za-z0-9-]{16,})') },
  {
    what: 'the address of a Slack webhook',
    pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24})(?![A-Za-z0-9])/,
  },
  { what: 'a live Stripe key', pattern: shape('[sr]k_live_([A-Za-z0-9]{24,128})') },
  { what: 'a Google API key', pattern: shape('AIza([A-Za-z0-9_-]{35})'), isMinor: true },
  { what: 'a Google client secret', pattern: shape('GOCSPX-([A-Za-z0-9_-]{28})') },
  { what: 'the key of an Azure account', pattern: /AccountKey=([A-Za-z0-9+/]{86}==)/ },
  { what: 'a SendGrid key', pattern: shape('SG\\.([A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43})') },
  { what: 'a Twilio key', pattern: /^SK([0-9a-f]{32})$/ },
  // What stands in the middle is the encoded name of the provider.
  { what: 'an OpenAI key', pattern: shape('sk-(?:[a-z]+-)?([A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,})') },
  { what: 'an Anthropic key', pattern: shape('sk-ant-[a-z]+\\d\\d-([A-Za-z0-9_-]{80,120})') },
  { what: 'a Vault token', pattern: shape('hv[sb]\\.([A-Za-z0-9_-]{24,200})') },
  { what: 'a Databricks token', pattern: shape('dapi([0-9a-f]{32})(?:-\\d)?') },
  { what: 'the token of a Telegram bot', pattern: shape('\\d{8,10}:(AA[A-Za-z0-9_-]{33})') },
  {
    what: 'a signed token (JWT)',
    pattern: shape('(eyJ[A-Za-z0-9_-]{10,})\\.(eyJ[A-Za-z0-9_-]{10,})\\.([A-Za-z0-9_-]{20,})'),
    isMinor: true,
    isReal: isSignedToken,
  },
];

/** Every shape has one of these: most texts are not looked at twice. */
const MARKS =
  /-----BEGIN|A[KS]IA|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt|soat|cbt)-|npm_|pypi-|xox[abprs]-|hooks\.slack|k_live_|AIza|GOCSPX-|AccountKey=|SG\.|^SK|sk-|hv[sb]\.|dapi|:AA|eyJ/;

/** The token of a provider in a text; samples of documentation are none. */
export function findProviderToken(text: string): ProviderToken | undefined {
  if (text.length < 20 || text.length > 20_000 || !MARKS.test(text)) return undefined;
  for (const { what, pattern, isMinor, isReal } of SHAPES) {
    const match = pattern.exec(text);
    if (!match || !isGenerated(match[1]) || (isReal && !isReal(match))) continue;
    return { what, token: match[0], isMinor: isMinor === true };
  }
  return undefined;
}

/** Whether the varying part varies: samples repeat one sign, count upwards or say what they are. */
function isGenerated(part: string): boolean {
  if (isPlaceholder(part) || /(.)\1{5,}|01234567|12345678|abcdefgh|example|sample|your[-_]/i.test(part)) return false;
  return entropy(part) >= (/^[0-9a-f]+$/.test(part) ? 2.8 : 3);
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Thirty signs, then their CRC-32 in six. */
function endsInChecksum([, part]: RegExpExecArray): boolean {
  let rest = crc32(part.slice(0, -6));
  let written = '';
  for (let i = 0; i < 6; i++) {
    written = DIGITS[rest % 62] + written;
    rest = Math.floor(rest / 62);
  }
  return part.endsWith(written);
}

/** Of text in ASCII. */
function crc32(text: string): number {
  let crc = ~0;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** A header that names an algorithm, claims that are none of the well-known samples. */
function isSignedToken([, header, claims]: RegExpExecArray): boolean {
  const head = decodeJson(header);
  const body = decodeJson(claims);
  if (typeof head?.alg !== 'string' || head.alg === 'none' || !body) return false;
  return body.name !== 'John Doe' && body.sub !== '1234567890' && body.iat !== 1516239022;
}

function decodeJson(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
