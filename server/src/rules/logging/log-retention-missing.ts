import { isOneOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'log-retention-missing',
  title: 'Log files without a limit',
  cwe: [778],
  owasp: ['A09:2021', 'A09:2025'],
  asvs: ['V16.1.1', 'V14.2.7'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'logging',
  of: ['log-files'],
  check: (facts) => {
    const kept = facts.option('kept');
    // Who passes something on that may be missing leaves it to others.
    if (!isOneOf(kept, [null, 0])) return undefined;
    return {
      message: 'Old log files are never removed; say how many are kept, or for how long.',
      option: 'kept',
    };
  },
  why: 'Logs that are kept for ever fill the disk, and then nothing is written any more, neither by the log nor by the application. They also hold personal data for longer than anybody may keep it. Logs that are thrown away too soon leave nothing to look into after an attack.',
  fix: 'Decide how long security logs are kept, such as 90 days at hand and a year in an archive, and set it where files are rotated.',
  secondLayer:
    'Send logs to a central store with a retention of its own, so that a lost machine does not take them along.',
  detection: 'Watch the room that is left on the disk and the age of the oldest log file.',
  tradeOffs: 'Longer retention costs room and must be weighed against the protection of personal data.',
  references: [
    'https://cwe.mitre.org/data/definitions/778.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
