import { isOneOf, isUnknown, stringsWithin } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

export default withSettings(
  flow({
    id: 'insecure-deserialization',
    title: 'Untrusted bytes turned into objects',
    cwe: [502],
    owasp: ['A08:2021', 'A08:2025'],
    asvs: ['V1.5.2'],
    severity: 'error',
    precision: 'high',
    profile: 'recommended',
    layer: 'interpreter',
    from: ['remote'],
    to: ['deserialization'],
    message: ({ source }) =>
      `${source} is turned into objects that can run code; use a format for plain data, such as JSON.`,
    why: 'Formats that name classes or functions let the sender choose what is built, and building already calls constructors, hooks and setters. With the usual libraries on the path that is enough to run commands, long before the program looks at the result.',
    fix: 'Read plain data: JSON, or the safe loader of the format. Where objects must travel, allow a short list of classes and refuse all others before anything is built.',
    secondLayer:
      'Sign what you stored yourself and check the signature before reading it; run the reader with few rights; keep libraries with known gadget chains off the path.',
    detection:
      'Log refused classes and failed reads; alert on serialised magic bytes in requests and on processes started by the reader.',
    tradeOffs:
      'Plain data loses types, cycles and custom classes: convert explicitly at the edge. Allowlists of classes must follow the model.',
    references: [
      'https://cwe.mitre.org/data/definitions/502.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
    ],
    fixes: ['safe-loader', 'json-parse', 'set-option'],
  }),
  {
    of: ['deserializer'],
    check: (facts) => {
      const safe = facts.option('safe');
      if (isUnknown(safe) || !isOneOf(safe, [false])) return undefined;
      // Data written in the program is nobody else's.
      if (stringsWithin(facts.option('input')).length > 0) return undefined;
      return facts.option('input').tainted
        ? undefined // The flow part of this rule says it better.
        : {
            message: `${facts.callee} lets the data choose which classes are built; restrict it to known ones.`,
            option: 'safe',
            severity: 'warning',
          };
    },
  },
);
