import { withSettings } from '../parts';
import { flow } from '../rule';

export default withSettings(
  flow({
    id: 'json-wrong-content-type',
    title: 'JSON sent as a page or a text',
    cwe: [116, 79],
    owasp: ['A03:2021', 'A05:2025'],
    asvs: ['V4.1.1', 'V3.2.1'],
    severity: 'warning',
    precision: 'high',
    profile: 'recommended',
    layer: 'output',
    from: ['json-text'],
    to: ['untyped-answer'],
    message: ({ source }) =>
      `${source} is answered as a page, in which a browser runs what it holds; answer with JSON.`,
    why: 'Nothing in JSON escapes angle brackets. Where the answer says that it is a page, or does not say what it is, a browser that is led to the address runs the scripts that somebody wrote into a field.',
    fix: 'Use the function of the framework that writes JSON, or set the content type to application/json before the body is written.',
    secondLayer: 'Send X-Content-Type-Options: nosniff with every answer, so that browsers believe the type.',
    detection: 'Check the content type of every answer in the tests of the interface; look for text/html among them.',
    tradeOffs: 'Clients that relied on the wrong type must read the right one; most look at the body only.',
    references: [
      'https://cwe.mitre.org/data/definitions/116.html',
      'https://cwe.mitre.org/data/definitions/79.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html',
    ],
    fixes: ['replace-call', 'insert-before'],
  }),
  {
    of: ['untyped-json'],
    check: (facts) => {
      // The method is replaced, not called.
      if (facts.has('type') || facts.option('body').isFunction) return undefined;
      return {
        message: `${facts.callee} sends JSON without saying so, and a browser may take it for a page; set the content type.`,
        // What sends it guesses that it is plain text.
        severity: facts.option('guess').values?.includes('text') ? 'information' : undefined,
        variant: 'unsaid',
      };
    },
  },
);
