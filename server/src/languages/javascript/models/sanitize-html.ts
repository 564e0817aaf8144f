import { model } from '../../../facts/model';

export default model({
  library: 'sanitize-html',
  aliases: [
    'xss',
    'xss-filters',
    'insane',
    'striptags',
    'string-strip-html',
    'secure-filters',
    'google-caja',
    'caja-sanitizer',
    '@jitbit/htmlsanitizer',
  ],
  types: { Filter: ['FilterXSS()', 'sanitize-html.FilterXSS()'] },
  sanitizers: [
    { at: 'sanitize-html()', cleans: ['html'] },
    {
      at: 'sanitize-html.{filterXSS,escapeHtml,stripHtml,html,inHTMLData,inDoubleQuotedAttr,inSingleQuotedAttr,sanitize}()',
      cleans: ['html'],
    },
    { at: 'sanitize-html.{js,jsObj,jsAttr,uriInHTMLData,uriInDoubleQuotedAttr}()', cleans: ['html', 'html-script'] },
    { at: 'Filter.process()', cleans: ['html'] },
  ],
});
