import { model } from '../../../facts/model';

export default model({
  library: 'url',
  aliases: ['whatwg-url', 'url-parse'],
  types: { Parameters: ['URLSearchParams()'], Address: ['URL()', 'type url#URL'] },
  propagators: [
    { at: 'URL()', from: ['$0', '$1'] },
    { at: 'URLSearchParams()', from: ['$0'] },
    { at: 'parse()', from: ['$0'] },
    { at: 'resolve()', from: ['$0', '$1'] },
    { at: 'format()', from: ['$0'] },
    { at: 'Parameters.{append,set}()', from: ['$1'], to: ['$this'] },
  ],
});
