import { model } from '../../../facts/model';
import { ESCAPE_HTML, nothing, QUOTING } from './_words';

const PAGE_WRITER = { given: { $0: 'net/http:ResponseWriter' }, unlessMarked: 'not-a-page' as const };

export default model({
  library: 'fmt',
  sinks: {
    answer: [
      {
        at: 'fmt.{Fprint,Fprintln,Fprintf}($1…)',
        given: { $0: 'net/http:ResponseWriter' },
        unlessMarked: 'client-error',
      },
    ],
    html: [
      { at: 'fmt.{Fprint,Fprintln}($1…)', ...PAGE_WRITER, fix: ESCAPE_HTML },
      { at: 'Fprintf($1…)', ...PAGE_WRITER, harmlessConversions: 'xXdtTpbcoOUeEfFgG', fix: ESCAPE_HTML },
    ],
    log: [{ at: 'Print($*)' }, { at: 'Println($*)' }, { at: 'Printf($*)', harmlessConversions: QUOTING }].map(
      (spec) => ({ ...spec, variant: 'debug' }),
    ),
  },
  propagators: [
    ...nothing('fmt.{Print,Printf,Println}()', 'fmt.{Errorf,Scan,Scanf,Scanln,Fscan,Fscanf,Fscanln}()'),
    // Writers that are read again: buffers and builders.
    { at: 'fmt.{Fprint,Fprintln,Fprintf}()', from: ['$1…'], to: ['$0'] },
    { at: 'fmt.{Sprint,Sprintln}()' },
    { at: 'fmt.{Sscan,Sscanln}()', from: ['$0'], to: ['$1…'] },
    { at: 'Sscanf()', from: ['$0'], to: ['$2…'] },
    { at: 'Append()' },
    { at: 'Appendf()' },
  ],
  operations: { 'string.format': ['Sprintf()'] },
});
