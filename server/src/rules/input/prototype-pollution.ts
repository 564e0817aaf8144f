import { isOneOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'prototype-pollution',
  title: 'Request keys merged into objects with prototypes',
  cwe: [1321, 915],
  owasp: ['A08:2021', 'A08:2025'],
  asvs: ['V15.3.6'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'input',
  of: ['deep-merge'],
  check: (facts) => {
    if (isOneOf(facts.option('prototypes'), [true])) {
      return {
        message: 'Keys of a query may replace what objects inherit (allowPrototypes); leave that off.',
        option: 'prototypes',
        variant: 'parser',
      };
    }
    const input = facts.option('input');
    if (!isOneOf(facts.option('safe'), [false]) || !input.tainted) return undefined;
    return {
      message: `${input.text} can change what every object inherits: this version of ${facts.callee} follows the keys that lead there; update it.`,
      option: 'input',
    };
  },
  why: 'A key such as “__proto__” leads from one object to what all objects inherit from. A value written there appears in every object of the program: switches that were never set are on, checks pass, and some libraries turn such a value into code.',
  fix: 'Update the library to a version that leaves these keys out, and check the request against a schema that refuses keys it does not know.',
  secondLayer:
    'Use maps, or objects without a prototype, for keys that come from outside; freeze the prototypes of built-in types at start-up.',
  detection: 'Log requests whose keys are “__proto__”, “constructor” or “prototype”.',
  tradeOffs: 'Freezing prototypes breaks libraries that add to them; try it in the tests first.',
  references: [
    'https://cwe.mitre.org/data/definitions/1321.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
