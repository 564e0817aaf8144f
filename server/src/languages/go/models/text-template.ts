import { model } from '../../../facts/model';

const PAGE_WRITER = { given: { $0: 'net/http:ResponseWriter' }, unlessMarked: 'not-a-page' as const };

/** Escapes nothing. */
export default model({
  library: 'text/template',
  types: {
    Template: [
      'type text/template#Template',
      'New()',
      'Must()',
      'Template.{Parse,ParseFiles,Clone}()[0]',
      'Template.{New,Funcs,Delims,Option,Lookup}()',
    ],
  },
  sinks: {
    template: [{ at: 'Template.Parse($0)' }],
    html: [
      { at: 'Template.Execute($1)', ...PAGE_WRITER, deep: true },
      { at: 'Template.ExecuteTemplate($2)', ...PAGE_WRITER, deep: true },
    ],
    path: ['template.{ParseFiles,ParseGlob}($*)', 'Template.{ParseFiles,ParseGlob}($*)'],
  },
  sanitizers: [
    { at: 'template.{HTMLEscapeString,HTMLEscaper}()', cleans: ['html'] },
    { at: 'template.{JSEscapeString,JSEscaper}()', cleans: ['html-script'] },
  ],
  configs: [
    {
      kind: 'template-engine',
      at: 'Template.{Execute,ExecuteTemplate}()',
      ...PAGE_WRITER,
      options: { escape: { from: [], unset: false }, page: { from: [], unset: true } },
      fix: { from: 'text/template', import: 'html/template' },
    },
  ],
  propagators: [
    { at: 'template.{New,Must,ParseFiles,ParseGlob,ParseFS}()', to: [] },
    { at: 'Template.Execute()', from: ['$1'], to: ['$0'] },
    { at: 'Template.ExecuteTemplate()', from: ['$2'], to: ['$0'] },
    { at: 'Template.{Parse,ParseFiles,ParseGlob,ParseFS,New,Funcs,Lookup,Clone}()', to: [] },
  ],
});
