import { readConnection } from '../connection-strings';
import { classifySecret, isLoopback, looksRandom } from '../lexicon';
import { literal } from '../rule';

export default literal({
  id: 'hardcoded-secret',
  title: 'Secret literal in source',
  cwe: [798, 259],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V13.3.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'platform',
  family: { name: 'secret', rank: 8 },
  inTests: true,
  takers: ['credential'],
  check: ({ value, name, isCredential, taker, use, inTest }) => {
    // Told better by the rules for what tokens are signed with, for databases and for keys.
    if (taker !== undefined && taker !== 'credential') return undefined;
    if (readConnection(value)?.password !== undefined) return undefined;
    const secret = classifySecret(value, name, isCredential);
    // What has a form of its own is told by the rule for those.
    if (!secret || secret.kind === 'private-key') return undefined;
    // A weak value beside an environment read is the weakness of the default; one that looks real has leaked all the same.
    if (use === 'fallback' && secret.kind === 'literal' && !looksRandom(value)) return undefined;
    if (use === 'fallback' && secret.kind === 'default') return undefined;
    const severity = inTest
      ? 'information'
      : secret.kind === 'connection-string' && isLoopback(secret.host ?? '')
        ? 'information'
        : secret.confidence >= 0.8
          ? undefined
          : 'warning';
    switch (secret.kind) {
      case 'connection-string':
        return {
          message: `The password ${secret.shown} stands in a connection string in the source; read it from the environment.`,
          severity,
        };
      case 'default':
        return {
          message: `The secret ${secret.shown} is a known default, which attackers try first; read a random one from the environment.`,
          severity,
        };
      default:
        return {
          message: `The secret ${secret.shown} stands in the source, where everyone with the code can read it; read it from the environment.`,
          severity,
        };
    }
  },
  why: 'Source is copied: to laptops, build servers, forks, backups and the history, where deleting a line removes nothing. Whoever reads a copy has the secret, and it is the same in every environment. Defaults from tutorials need no leak at all.',
  fix: 'Replace the secret at its issuer first; removing it from the code is not enough. Then read it at start-up from the environment or a secret store and refuse to start without it.',
  secondLayer:
    'Scan for secrets before each commit and in the pipeline; give each service its own short-lived credential with few rights; rotate on a schedule.',
  detection: 'Watch use of the credential from unknown addresses; put canary tokens beside the real ones.',
  tradeOffs:
    'Starting the program needs a configured environment, also on a new laptop: an example file with names and no values, and a helper that names what is missing, keep that painless.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cwe.mitre.org/data/definitions/259.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  fixes: ['move-secret-to-environment'],
});
