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
  configs: [
    {
      kind: 'deep-merge',
      at: 'querystring.parse()',
      options: { prototypes: { from: ['$1.allowPrototypes'], unset: false } },
      fix: { prototypes: '$1.allowPrototypes -' },
    },
  ],
});
