import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'bufio',
  types: {
    Source: [...made('bufio', 'Reader', 'Scanner'), 'bufio.{NewReader,NewReaderSize,NewScanner}()'],
    Target: [...made('bufio', 'Writer'), 'bufio.{NewWriter,NewWriterSize}()'],
  },
  sanitizers: [{ at: 'Source.{Scan,Err,Buffered}()', cleans: 'all' }],
  propagators: [
    { at: 'bufio.{NewReader,NewReaderSize,NewScanner}()', from: ['$0'] },
    { at: 'bufio.{NewWriter,NewWriterSize}()', from: ['$0'] },
    { at: 'Source.{ReadString,ReadBytes,ReadLine}()', from: ['$this'], to: ['result[0]'] },
    { at: 'Source.Read()', from: ['$this'], to: ['$0'] },
    { at: 'Source.{Text,Bytes}()', from: ['$this'] },
    { at: 'Target.{Write,WriteString}()', from: ['$0'], to: ['$this'] },
  ],
});
