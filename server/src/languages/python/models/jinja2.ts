import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { ESCAPE_MARKUP } from './_words';

export default model({
  library: 'jinja2',
  aliases: ['jinja2.environment'],
  types: {
    Engine: ['Environment()', 'type jinja2#Environment'],
    Boxed: ['sandbox.{SandboxedEnvironment,ImmutableSandboxedEnvironment}()'],
    Page: ['Engine.{get_template,select_template,from_string}()'],
  },
  sinks: {
    template: [
      'Template($0)',
      'Engine.from_string($0)',
      'Engine.compile($0)',
      { at: 'Boxed.from_string($0)', variant: 'sandbox' },
    ],
    html: [{ at: 'Markup($0)', variant: 'trusted', fix: ESCAPE_MARKUP }],
  },
  sanitizers: [
    // Escaping depends on the engine's settings, which another rule looks at.
    { at: 'Page.{render,render_async}()', cleans: ['html', 'html-script'] },
    { at: 'Environment(autoescape=true).from_string().render()', cleans: ['html', 'html-script'] },
    { at: 'Template(autoescape=true).render()', cleans: ['html', 'html-script'] },
    { at: 'escape()', cleans: ['html'] },
  ],
  renders: [
    { at: 'Engine.get_template()', template: '$0', values: [], prepares: true },
    { at: 'Page.{render,render_async,generate,stream}()', template: '$this', values: ['$0', 'keywords'] },
  ],
  configs: [
    ...['Environment()', 'sandbox.{SandboxedEnvironment,ImmutableSandboxedEnvironment}()'].map(
      (at): ConfigSpec => ({
        kind: 'template-engine',
        at,
        options: { escape: { from: ['$autoescape', '.autoescape'], unset: false } },
        fix: { escape: '$autoescape = @{jinja2#select_autoescape}()' },
      }),
    ),
  ],
});
