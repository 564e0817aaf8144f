import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

const PAGE_WRITER = { given: { $0: 'net/http:ResponseWriter' }, unlessMarked: 'not-a-page' as const, fix: ESCAPE_HTML };

export default model({
  library: 'io',
  aliases: ['io/ioutil'],
  types: {
    Source: [
      'type io#Reader',
      'type io#ReadCloser',
      'type io#ReadSeeker',
      'io.{LimitReader,TeeReader,MultiReader,NopCloser}()',
    ],
  },
  sinks: {
    html: [
      { at: 'WriteString($1)', ...PAGE_WRITER },
      { at: 'io.{Copy,CopyN,CopyBuffer}($1)', ...PAGE_WRITER },
    ],
    memory: [{ at: 'ReadAll($0)', fix: { call: '$callee(@{io}.LimitReader($0, 1<<20))', review: 'yes' } }],
    path: ['io.{ReadFile,WriteFile,ReadDir}($0)'],
  },
  sanitizers: [{ at: 'io.LimitReader()', cleans: ['memory'] }],
  propagators: [
    { at: 'ReadAll()', from: ['$0'], to: ['result[0]'] },
    { at: 'io.{Copy,CopyN,CopyBuffer}()', from: ['$1'], to: ['$0'] },
    { at: 'WriteString()', from: ['$1'], to: ['$0'] },
    { at: 'io.{ReadFull,ReadAtLeast}()', from: ['$0'], to: ['$1'] },
    { at: 'io.{LimitReader,TeeReader,MultiReader,NopCloser,NewSectionReader}()', from: ['$*'] },
    { at: 'io.{ReadFile,WriteFile,ReadDir}()', to: [] },
    { at: 'Source.Read()', from: ['$this'], to: ['$0'] },
    { at: 'Source.Close()', to: [] },
  ],
});
