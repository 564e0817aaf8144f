import { model } from '../../../facts/model';
import type { Sink } from '../../../facts/vocabulary';

/** Refuses what is no address. Which host it is remains the sender's choice. */
const CLEAN: readonly Sink[] = [
  'sql',
  'nosql',
  'shell',
  'command-argument',
  'code',
  'template',
  'ldap',
  'xpath',
  'html',
  'html-script',
  'path',
  'header',
  'log',
  'regex',
];

export default model({
  library: 'ipaddress',
  sanitizers: ['ip_address()', 'ip_network()', 'IPv4Address()', 'IPv6Address()', 'ip_interface()'].map((at) => ({
    at,
    cleans: CLEAN,
    inPlace: '$0',
  })),
});
