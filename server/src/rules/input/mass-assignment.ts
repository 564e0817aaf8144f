import { isOneOf } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

export default withSettings(
  flow({
    id: 'mass-assignment',
    title: 'Whole request object stored',
    cwe: [915],
    owasp: ['A08:2021', 'A08:2025'],
    api: ['API3'],
    asvs: ['V15.3.3'],
    severity: 'warning',
    precision: 'medium',
    profile: 'recommended',
    layer: 'input',
    from: ['remote'],
    to: ['model-fields'],
    message: ({ source }) =>
      `${source} is stored as a whole, so its sender sets every field there is; pick the fields that may be set.`,
    why: 'A form shows three fields, but whoever sends the request chooses their names. Fields that nobody meant to open, such as a role, a balance or an owner, are set along with the rest.',
    fix: 'Copy the allowed fields one by one, or through a schema that removes all others, and set fields such as the owner from the session.',
    secondLayer:
      'Give requests types of their own, apart from what is stored; let the model refuse to set protected fields in bulk.',
    detection: 'Log fields that a schema removed: a role in a profile form is an attempt.',
    tradeOffs: 'Every new field must be allowed once more. A schema beside the route keeps that in one place.',
    references: [
      'https://cwe.mitre.org/data/definitions/915.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
    ],
    fixes: ['set-option', 'replace-call'],
  }),
  {
    of: ['request-shape'],
    check: ({ callee, option }) => {
      const keeps = isOneOf(option('keepsUnknown'), [true]);
      if (!keeps && !isOneOf(option('dropsUnknown'), [false])) return undefined;
      return {
        message: `${callee} lets fields through that the schema does not name; refuse or drop them.`,
        severity: 'information',
        variant: 'passthrough',
        option: keeps ? 'keepsUnknown' : 'dropsUnknown',
      };
    },
  },
);
