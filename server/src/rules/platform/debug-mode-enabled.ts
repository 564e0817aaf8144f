import { isForDevelopment, isOneOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'debug-mode-enabled',
  title: 'Debug mode switched on',
  cwe: [489, 215],
  owasp: ['A05:2021', 'A02:2025'],
  api: ['API8'],
  asvs: ['V13.4.2'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'platform',
  of: ['debug-mode'],
  check: (facts) => {
    if (!isOneOf(facts.option('enabled'), [true, 1, '1', 'true', 'True'])) return undefined;
    if (isForDevelopment(facts.file)) return undefined;
    // Most who use it ask for the environment first.
    const isPerhapsGuarded = isOneOf(facts.option('guarded'), ['perhaps']);
    return {
      message: isPerhapsGuarded
        ? `${facts.callee} answers errors with their stack; use it in development only.`
        : 'Debug mode is on for everybody who runs this; let the environment switch it on, with off as default.',
      option: 'enabled',
      severity: isPerhapsGuarded ? 'information' : undefined,
    };
  },
  why: 'Debug modes answer errors with stacks, source, settings and the values of variables; some offer a console that runs code. What helps at the desk is a map, or a shell, for whoever finds a way to cause an error.',
  fix: 'Read the switch from the environment and let it be off when nothing is said. Show people a page of your own with an id, and write the details to the log.',
  secondLayer:
    'Let the deployment refuse to start with the switch on; run behind a production server that ignores the development one.',
  detection:
    'Ask for a path that does not exist and look for a stack in the answer, from the pipeline after each release.',
  tradeOffs: 'Finding faults in production needs logs with enough detail and an id that leads to them.',
  references: [
    'https://cwe.mitre.org/data/definitions/489.html',
    'https://cwe.mitre.org/data/definitions/215.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
