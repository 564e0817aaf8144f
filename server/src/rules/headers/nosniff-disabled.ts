import { isOneOf, onlyString } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'nosniff-disabled',
  title: 'Guessing of content types allowed',
  cwe: [693, 430],
  owasp: ['A05:2021', 'A02:2025'],
  asvs: ['V3.4.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['type-sniffing'],
  check: (facts) => {
    const header = onlyString(facts.option('header'));
    const isOff = isOneOf(facts.option('enabled'), [false, null]);
    if (!isOff && (header === undefined || header.trim().toLowerCase() === 'nosniff')) return undefined;
    return {
      message: isOff
        ? 'Browsers may take an answer for another type than it says; leave X-Content-Type-Options: nosniff on.'
        : `X-Content-Type-Options knows the value nosniff only; ${header === '' ? 'an empty one' : header} has no effect.`,
      option: isOff ? 'enabled' : 'header',
    };
  },
  why: 'A file that a user uploaded as an image or a text may begin like a page or a script. Browsers that guess run it, in the name of the site.',
  fix: "Leave the framework's X-Content-Type-Options: nosniff on for every answer, also for static and uploaded files, and send the right type with each.",
  secondLayer: 'Serve what users upload from a domain of its own, as attachments, and check types when files come in.',
  detection: 'Check the headers of a page, a script and an uploaded file in an integration test.',
  tradeOffs: 'Answers with a wrong type no longer work as scripts or styles; they must be given the right one.',
  references: [
    'https://cwe.mitre.org/data/definitions/693.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call', 'remove-call'],
});
