import { withSettings } from '../parts';
import { literal } from '../rule';

/** Programs that write out whole databases. */
const DUMP =
  /\b(?:pg_dump(?:all)?|pg_basebackup|mysqldump|mariadb-dump|mariabackup|xtrabackup|mongodump|redis-cli\b[^|;&]*--rdb|sqlite3\b[^|;&]*\.(?:backup|dump))\b/;
/** Where what they write goes. */
const KEPT =
  />\s*[^\s&|]|\s-f\s|--file\b|--archive=|--out\b|\s-o\s|--result-file|--rdb|--backup\b|\.backup\b|\baws\s+s3\b|\bgsutil\b|\bscp\b|\brsync\b|\bcurl\b|\brclone\b/;
const ENCRYPTED = /\b(?:gpg2?|age|rage|openssl|sops|restic|borg|kms|sse|encrypt\w*)\b|--sse\b/i;

const MESSAGE =
  'The backup is written in clear, and whoever finds a copy has the whole database; encrypt it before it is stored.';

/** `pg_dump db > f.sql` => `pg_dump db | age -r $BACKUP_RECIPIENT > f.sql.age`. */
function encrypted(value: string): string | undefined {
  const target = /\s*>\s*([\w./~-]+)\s*$/.exec(value);
  return target ? `${target[0]} =>  | age -r $BACKUP_RECIPIENT > ${target[1]}.age` : undefined;
}

export default withSettings(
  literal({
    id: 'backup-unencrypted',
    title: 'Backup written or shipped in clear',
    cwe: [311, 312],
    owasp: ['A04:2021', 'A06:2025'],
    asvs: ['V14.2.4', 'V12.3.1'],
    severity: 'warning',
    precision: 'high',
    profile: 'recommended',
    layer: 'data',
    check: ({ value, whole, taker }) => {
      const text = whole ?? value;
      if (taker !== undefined || !DUMP.test(value) || !/\s/.test(text.trim())) return undefined;
      // A sentence about backups is none.
      if (/^[A-Z][a-z]+ /.test(text) || !KEPT.test(text) || ENCRYPTED.test(text)) return undefined;
      const words = encrypted(value);
      return { message: MESSAGE, ...(words === undefined ? {} : { words: { 'in-text': words } }) };
    },
    why: 'A backup is the whole database in one file, without its users, its rights and its log. It lies on disks, in buckets and on laptops for years, and each place has its own way to leak. Half of all large leaks were copies that nobody thought of.',
    fix: 'Pipe what the program writes through encryption to a public key, so that the machine that makes backups cannot read them, and store only the encrypted file. Keep the private key apart.',
    secondLayer:
      'Turn on encryption and locks of the store, allow only writing for the job’s account, and delete old backups by rule.',
    detection: 'List the objects of the store that are not encrypted; alert on reads of backups.',
    tradeOffs: 'A lost key is a lost backup: keep it in two places and restore from an encrypted backup on a schedule.',
    references: [
      'https://cwe.mitre.org/data/definitions/311.html',
      'https://cwe.mitre.org/data/definitions/312.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
    ],
    fixes: ['replace-in-text'],
  }),
  {
    of: ['program-run'],
    check: (facts) => {
      const line = [...(facts.option('program').values ?? []), ...(facts.option('arguments').elements ?? [])]
        .filter((word) => typeof word === 'string')
        .join(' ');
      if (!DUMP.test(line) || ENCRYPTED.test(line)) return undefined;
      return KEPT.test(`${line} `) || facts.has('output') ? { message: MESSAGE } : undefined;
    },
  },
);
