import { model } from '../../../facts/model';

/** Writers of values into scripts: signs of HTML are escaped. */
export default model({
  library: 'serialize-javascript',
  aliases: ['devalue', 'htmlescape'],
  sanitizers: [
    { at: 'serialize-javascript()', cleans: ['html', 'html-script'] },
    { at: 'serialize-javascript.{uneval,stringify}()', cleans: ['html', 'html-script'] },
  ],
});
