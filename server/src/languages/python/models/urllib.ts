import { model } from '../../../facts/model';
import type { Sink } from '../../../facts/vocabulary';

/** Percent encoding leaves letters, digits and `_.-~/`. */
const QUOTED: readonly Sink[] = ['html', 'html-script', 'header', 'log', 'shell', 'xpath', 'ldap'];
/** Without the slash nothing leads to another folder or host either. */
const COMPONENT: readonly Sink[] = [...QUOTED, 'path', 'redirect'];

export default model({
  library: 'urllib',
  types: { Opener: ['request.{build_opener,URLopener,FancyURLopener}()'] },
  sinks: {
    url: [
      'request.urlopen($0)',
      'request.urlopen($url)',
      'request.Request($0)',
      'request.Request($url)',
      'request.urlretrieve($0)',
      'Opener.open($0)',
    ],
    path: ['request.urlretrieve($1)'],
  },
  sanitizers: [
    { at: 'parse.quote()', cleans: QUOTED },
    { at: 'parse.quote(safe="")', cleans: COMPONENT },
    { at: 'parse.quote_plus()', cleans: COMPONENT },
    { at: 'parse.urlencode()', cleans: COMPONENT },
    { at: 'request.pathname2url()', cleans: QUOTED },
  ],
  // Answers are not what the address was.
  propagators: [
    ...['urlparse', 'urlsplit', 'parse_qs', 'parse_qsl', 'urljoin', 'urlunparse', 'urlunsplit', 'urldefrag'].map(
      (name) => ({ at: `parse.${name}()` }),
    ),
    { at: 'parse.{unquote,unquote_plus}()', restores: true },
    { at: 'request.urlopen()', to: [] },
    { at: 'Opener.open()', to: [] },
  ],
  configs: [
    { kind: 'connection', at: 'request.urlopen()', options: { address: { from: ['$0', '$url'] } } },

    {
      kind: 'outgoing-call',
      at: 'request.urlopen()',
      options: { timeout: { from: ['$2', '$timeout'], unset: null } },
      fix: { timeout: '$timeout = 10' },
    },
  ],
});
