import { model } from '../../../facts/model';

export default model({
  library: 'url',
  aliases: ['whatwg-url', 'url-parse'],
  types: { Parameters: ['URLSearchParams()'] },
  propagators: [{ at: 'Parameters.{append,set}()', from: ['$1'], to: ['$this'] }],
});
