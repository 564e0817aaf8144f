import { model } from '../../../facts/model';
import { ESCAPE_MARKUP } from './_words';

export default model({
  library: 'markupsafe',
  sinks: { html: [{ at: 'Markup($0)', variant: 'trusted', fix: ESCAPE_MARKUP }] },
  sanitizers: [
    { at: 'escape()', cleans: ['html', 'xml'] },
    { at: 'escape_silent()', cleans: ['html', 'xml'] },
    { at: 'Markup.escape()', cleans: ['html', 'xml'] },
    // What is put into safe text by format is escaped.
    { at: 'Markup().format()', cleans: ['html'] },
  ],
});
