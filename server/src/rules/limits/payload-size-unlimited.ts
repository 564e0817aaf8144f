import { isOneOf, strings } from '../options';
import { withSettings } from '../parts';
import type { OptionValue } from '../rule';
import { flow } from '../rule';

const LARGEST = 10 * 1024 * 1024;
const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** Bytes, from a number or a text such as `50mb`; infinite where the text says so. */
function bytesOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const match = typeof value === 'string' ? /^\s*([\d.]+)\s*([kmgt]?)i?b?\s*$/i.exec(value) : null;
  return match ? Number(match[1]) * UNITS[match[2].toLowerCase()] : undefined;
}

function isUnlimited(option: OptionValue): boolean {
  if (!option.isSet) return isOneOf(option, ['unlimited']);
  if (/^(?:Infinity|Number\.(?:POSITIVE_INFINITY|MAX_SAFE_INTEGER|MAX_VALUE))$/.test(option.text)) return true;
  return isOneOf(option, [null, false, -1, 0]) || strings(option).some((value) => /^-1(?:[KMG]?B)?$/i.test(value));
}

/** A handler of pieces that keeps all of them and never looks at how much it has. */
function keepsAll(text: string): boolean {
  return /\+=|\.push\(|\.concat\(/.test(text) && !/\blength\b|\bbyteLength\b|size|limit|max|destroy|pause/i.test(text);
}

export default withSettings(
  flow({
    id: 'payload-size-unlimited',
    title: 'Body, upload or page size without limit',
    cwe: [770, 400],
    owasp: ['A04:2021', 'A06:2025'],
    api: ['API4'],
    asvs: ['V5.2.1', 'V2.4.1'],
    severity: 'warning',
    precision: 'high',
    profile: 'recommended',
    layer: 'edge',
    from: ['remote'],
    to: ['memory'],
    message: ({ source }) => `${source} is read as a whole, however long it is; limit it before it is read.`,
    why: 'A request costs whoever sends it one connection and the server as much memory or disk as it is long. A few large ones at the same time, sent by one laptop, end the process or fill the volume.',
    fix: 'Limit bodies to what the routes need, a hundred kilobytes for JSON, and give uploads a limit of their own. Refuse longer ones before they are read.',
    secondLayer: 'Let the proxy in front refuse large bodies too, limit requests by client, and watch the memory.',
    detection: 'Record the size of bodies by route; alert on answers 413 and on sizes near the limit.',
    tradeOffs: 'Too small a limit breaks honest uploads: measure what clients send before you set it.',
    references: [
      'https://cwe.mitre.org/data/definitions/770.html',
      'https://cwe.mitre.org/data/definitions/400.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
    ],
    fixes: ['set-option', 'replace-call'],
  }),
  {
    of: ['body-size'],
    check: (facts) => {
      const limit = facts.option('limit');
      if (isUnlimited(limit)) {
        return {
          message: `${facts.callee} takes requests of any size into memory or onto disk; limit them.`,
          option: 'limit',
        };
      }
      const largest = Math.max(...(limit.isSet ? (limit.values ?? []) : []).map((value) => bytesOf(value) ?? 0), 0);
      if (largest > LARGEST) {
        return {
          message: `${facts.callee} takes requests of up to ${Math.round(largest / 1024 ** 2)} MB from anybody; allow less, and more only where files are uploaded.`,
          option: 'limit',
        };
      }
      const pieces = facts.option('pieces');
      if (pieces.isSet && keepsAll(pieces.text)) {
        return { message: 'The body is kept piece by piece, however long it is; stop at a limit.', variant: 'pieces' };
      }
      return undefined;
    },
  },
);
