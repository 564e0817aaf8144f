import { model } from '../../../facts/model';

export default model({
  library: 'querystring',
  aliases: ['qs', 'query-string'],
  sanitizers: [
    {
      at: 'querystring.{escape,stringify,encode}()',
      cleans: ['html', 'html-script', 'url', 'redirect', 'header', 'log'],
    },
  ],
});
