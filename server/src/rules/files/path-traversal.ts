import { flow } from '../rule';

export default flow({
  id: 'path-traversal',
  title: 'File path from request data',
  cwe: [22, 73, 98],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V5.3.2'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'output',
  family: { name: 'path', rank: 3 },
  from: ['remote', 'library-input', 'stored'],
  to: ['path'],
  severityOf: ({ sourceKind }) => (sourceKind === 'library-input' ? 'information' : undefined),
  message: ({ source, variant }) => {
    if (variant === 'include') return `${source} decides which file is run (include); choose it from a constant map.`;
    if (variant === 'library-input')
      return `${source} decides which file is opened (library-input); keep the path inside one directory.`;
    return `${source} decides which file is opened; keep the path inside one directory.`;
  },
  why: 'Two dots and a slash climb out of the directory the path was meant for, and an absolute path replaces it. Reading then reaches keys, configuration and source; writing reaches code that will be run; deleting reaches everything.',
  fix: 'Take only the last part of the name, or resolve the whole path and check that it still lies under the base directory before opening it. Better still: give files ids and look the path up. Framework functions with a root do the check for you.',
  secondLayer:
    'Run the service under a user that can read only what it serves; mount the rest read-only or not at all; keep uploads outside the source and web root.',
  detection:
    'Log refused paths and “not permitted” errors; alert on request values with “..”, encoded slashes or null bytes.',
  tradeOffs:
    'Taking the last part loses subdirectories; the check of the resolved path keeps them. Symbolic links need the real path, which costs a look at the disk.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://owasp.org/www-community/attacks/Path_Traversal',
    'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
  ],
  fixes: ['confine-path'],
});
