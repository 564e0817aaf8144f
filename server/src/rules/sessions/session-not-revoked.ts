import { isSignOut } from '../lexicon';
import { check } from '../rule';

/** Functions that by their name end a session, or make a token useless. */
const ENDS =
  /^(?:destroy|invalidate|revoke|regenerate|flush|log_?out|sign_?out|end_?session|expire|black_?list|deny_?list|block_?list|delete_?session|remove_?session|clear_?session|(?:delete|remove|del|update|save)$)|(?:revoke|invalidate|blacklist|denylist|blocklist|logout|signout|destroy|revoked|deletesession|removesession|deletetoken|removetoken|sessions?\.clear)/i;

/** `session = null`, `session = {}`: where the session is the cookie, nothing of it is left. */
const EMPTIED = /\bsession\s*=\s*(?:null|undefined|\{\s*\}|None)/;

const FORGETS = /\bdel(?:ete)?\s+[\w.]*session\b|\bsession(?:\.\w+|\[[^\]]+\])\s*=\s*(?:null|undefined|None|false)\b/;

export default check({
  id: 'session-not-revoked',
  title: 'Session goes on after signing out',
  cwe: [613],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V7.4.1', 'V7.4.3'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authentication',
  check: ({ routes, text }) =>
    routes.flatMap((one) => {
      const { handler, path, method } = one.route;
      if (!handler || !isSignOut(path, handler.name)) return [];
      const code = text(handler);
      const forgets = one.deeds.has('session-forget') || FORGETS.test(code);
      const ends =
        one.deeds.has('session-end') ||
        one.deeds.has('data-write') ||
        EMPTIED.test(code) ||
        [...one.calls].some((name) => ENDS.test(name));
      if (!forgets || ends) return [];
      return [
        {
          of: one,
          message: `${method} ${path} only takes something away from the browser or the session, so a copied cookie or token stays good; end the session on the server.`,
        },
      ];
    }),
  why: 'Signing out is for the moment when somebody else may have the cookie: a shared computer, a stolen phone, a leaked log. When only the browser forgets it, whoever has a copy goes on.',
  fix: 'Destroy the session on the server and clear the cookie; with signed tokens revoke the refresh token and keep the id of the access token on a list until it ends.',
  secondLayer:
    'Let sessions end by themselves after a time without use and after a day at most; end all others when the password changes.',
  detection:
    'Use an old cookie after signing out in an integration test, and expect 401. Alert on ended sessions that are used.',
  tradeOffs: 'Ending tokens needs a look-up in a store with each request, or lives of minutes.',
  references: [
    'https://cwe.mitre.org/data/definitions/613.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: [],
});
