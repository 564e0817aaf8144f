import { secretKindOf, wordsOf } from '../lexicon';
import { isOneOf } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

/** Links in mails carry a token that is good for one use. */
const SINGLE_USE =
  /reset|forgot|verif|confirm|activat|invit|unsubscrib|magic|callback|recover|register|signup|email|mail|share|preview|download|redeem|approv/i;

export default withSettings(
  flow({
    id: 'credential-in-url',
    title: 'Token, key or password in a URL',
    cwe: [598],
    owasp: ['A04:2021', 'A06:2025'],
    api: ['API2'],
    asvs: ['V14.2.1'],
    severity: 'warning',
    precision: 'medium',
    profile: 'recommended',
    layer: 'authentication',
    perCall: true,
    from: ['remote', 'secret'],
    to: ['url', 'url-credential'],
    applies: ({ sourceKind, urlPart, name = '', use }) => {
      if (!isCredential(name)) return false;
      return use === 'url-credential' || (sourceKind === 'secret' && urlPart !== undefined);
    },
    variantOf: ({ use, urlPart, around = '', file = '' }) => {
      if (use !== 'url-credential') return urlPart === 'user' ? 'user-info' : 'outgoing';
      return SINGLE_USE.test(around) || SINGLE_USE.test(file.slice(file.lastIndexOf('/'))) ? 'link' : undefined;
    },
    severityOf: ({ variant, name = '' }) => {
      if (variant === 'link') return 'hint';
      // Whoever offers the service decides how it wants to be asked.
      if (variant === 'outgoing') return 'information';
      // What a bare `token` in a query is good for nobody knows.
      return variant === undefined && wordsOf(name).length === 1 && secretKindOf(name) === 'token'
        ? 'information'
        : undefined;
    },
    message: ({ source, variant }) =>
      variant === 'link'
        ? `${source} is read from the URL; let it be good for one use and a short time.`
        : variant === 'user-info'
          ? `${source} stands in the address of a request; send it as a header.`
          : variant === 'outgoing'
            ? `${source} stands in the query of a request; send it as a header.`
            : `${source} is read from the URL; take credentials from a header or the body.`,
    why: 'URLs are written down everywhere on their way: in the history of browsers, in logs of proxies and servers, in the Referer header, in bookmarks and chats. A credential in one of them is known wherever these go.',
    fix: 'Send credentials in the Authorization header, in a cookie, or in the body of a POST request.',
    secondLayer: 'Give tokens that must stand in links one use and a short life, and strip queries from access logs.',
    detection: 'Search access logs for parameters with names of credentials; rotate what is found.',
    tradeOffs: 'Links that work by themselves, such as feeds and downloads, need a token made for that one thing.',
    references: [
      'https://cwe.mitre.org/data/definitions/598.html',
      'https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url',
      'https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html',
    ],
    fixes: ['replace-call'],
  }),
  {
    of: ['token-place'],
    check: ({ callee, option }) =>
      isOneOf(option('url'), [true])
        ? { message: `${callee} takes the token from the URL; take it from a header.`, variant: 'place' }
        : undefined,
  },
);

function isCredential(name: string): boolean {
  const kind = secretKindOf(name);
  return kind === 'password' || kind === 'key' || (kind === 'token' && !/^[cx]srf/i.test(name));
}
