import { isOneOf } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

export default withSettings(
  flow({
    id: 'archive-path-traversal',
    title: 'Archive entry written outside of the target',
    cwe: [22, 409],
    owasp: ['A01:2021', 'A01:2025'],
    asvs: ['V5.3.3', 'V5.2.3'],
    severity: 'error',
    precision: 'high',
    profile: 'recommended',
    layer: 'output',
    family: { name: 'path', rank: 1 },
    from: ['archive-entry'],
    to: ['path'],
    // A name is harmless until something is opened by it.
    applies: ({ variant }) => variant !== 'name',
    message: ({ source }) =>
      `${source} is written by whoever made the archive and can lead out of the target folder; check the resolved path.`,
    why: 'The name of an entry may hold dots and slashes or be an absolute path, and a link may point anywhere. Unpacking such an archive overwrites programs, keys and settings far from the folder it was meant for.',
    fix: 'Resolve the path of every entry and check that it lies below the target before writing; refuse links and devices. Where the library has a mode for data, use it.',
    secondLayer:
      'Unpack into an empty folder of its own as a user with few rights; limit the number of entries, the size of each and of all.',
    detection: 'Log refused entries with the archive they came from; an entry with “..” is never an accident.',
    tradeOffs:
      'Archives with links inside, such as those of some programs, need the links checked as well instead of refused.',
    references: [
      'https://cwe.mitre.org/data/definitions/22.html',
      'https://cwe.mitre.org/data/definitions/409.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
    ],
    fixes: ['set-option', 'confine-path'],
  }),
  {
    of: ['archive-reader'],
    check: (facts) => {
      const filter = facts.option('filter');
      const isTrusted = filter.isSet && isOneOf(filter, ['fully_trusted']);
      if (facts.option('members').isSet || !(isTrusted || (!filter.isSet && isOneOf(filter, [null])))) return undefined;
      const isChosen = facts.option('archive').tainted;
      // An archive of one's own does no harm; nothing here says whose it is.
      if (isTrusted && !isChosen) return undefined;
      return {
        message: `${facts.callee} writes entries wherever their names lead; unpack with the filter for data.`,
        option: 'filter',
        severity: isChosen ? undefined : 'warning',
        variant: 'unfiltered',
      };
    },
  },
);
