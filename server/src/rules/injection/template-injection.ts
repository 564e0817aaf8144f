import { flow } from '../rule';

export default flow({
  id: 'template-injection',
  title: 'Template source, name or options from request data',
  cwe: [1336, 94],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.3.7'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  from: ['remote', 'stored'],
  to: ['template'],
  message: ({ source, variant }) => {
    if (variant === 'name')
      return `${source} decides which template is rendered (name); choose it from a constant map.`;
    if (variant === 'options') {
      return `${source} is handed whole to the template engine (options), which reads its own settings from it; pass named variables.`;
    }
    if (variant === 'sandbox')
      return `${source} becomes template source in a sandbox (sandbox); pass it as a variable of a constant template.`;
    return `${source} becomes template source; pass it as a variable of a constant template.`;
  },
  severityOf: ({ variant }) => (variant === 'sandbox' ? 'warning' : undefined),
  why: 'Template languages can call methods, read files and walk from any object to the runtime. Whoever writes template source, names the template or fills the options of the engine therefore often runs code on the server, not only in a browser.',
  fix: 'Write the template as a constant and hand the value over as a variable, so that the engine escapes it. Choose view names from a constant map. Pass the few variables a view needs one by one, never a whole request object.',
  secondLayer:
    'Where users may write templates, use a logic-less language or a sandboxed environment in a process without secrets; keep engine options out of the object that carries variables.',
  detection: 'Log template errors; arithmetic between braces that comes back computed is how the flaw is probed.',
  tradeOffs:
    'Logic-less languages limit what users can build. Sandboxes of full languages narrow the hole and have a history of escapes.',
  references: [
    'https://cwe.mitre.org/data/definitions/1336.html',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/07-Input_Validation_Testing/18-Testing_for_Server-side_Template_Injection',
    'https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['bind-parameters'],
});
