import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

/** Escapes by context whatever is not of one of the types that stand for trusted text. */
export default model({
  library: 'html/template',
  types: {
    Template: [
      'type html/template#Template',
      'New()',
      'Must()',
      'Template.{Parse,ParseFiles,Clone}()[0]',
      'Template.{New,Funcs,Delims,Option,Lookup}()',
    ],
  },
  sinks: {
    template: [{ at: 'Template.Parse($0)' }],
    html: [
      { at: 'HTML($0)', variant: 'trusted', fix: ESCAPE_HTML },
      { at: 'HTMLAttr($0)', variant: 'trusted' },
    ],
    'html-script': [
      { at: 'JS($0)', variant: 'script' },
      { at: 'JSStr($0)', variant: 'script' },
      { at: 'CSS($0)', variant: 'style' },
      { at: 'URL($0)', variant: 'url' },
      { at: 'Srcset($0)', variant: 'url' },
    ],
    path: ['template.{ParseFiles,ParseGlob}($*)', 'Template.{ParseFiles,ParseGlob}($*)'],
  },
  sanitizers: [
    { at: 'template.{HTMLEscapeString,HTMLEscaper}()', cleans: ['html'] },
    { at: 'template.{JSEscapeString,JSEscaper}()', cleans: ['html-script'] },
    { at: 'URLQueryEscaper()', cleans: ['html', 'url', 'redirect', 'html-script'] },
    // Whoever makes it has been told already.
    { at: 'template.{HTML,HTMLAttr,JS,JSStr,CSS,URL,Srcset}()', cleans: ['html', 'html-script'] },
  ],
  propagators: [
    { at: 'template.{HTML,HTMLAttr,JS,JSStr,CSS,URL,Srcset}()', from: ['$0'] },
    { at: 'HTMLEscape()', to: [] },
    { at: 'template.{New,Must,ParseFiles,ParseGlob,ParseFS}()', to: [] },
    { at: 'Template.{Parse,ParseFiles,ParseGlob,ParseFS,New,Funcs,Execute,ExecuteTemplate,Lookup,Clone}()', to: [] },
  ],
});
