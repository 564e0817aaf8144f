import { model } from '../../../facts/model';

export default model({
  library: 'org.owasp.encoder',
  sanitizers: [
    {
      at: 'Encode.{forHtml,forHtmlContent,forHtmlAttribute,forHtmlUnquotedAttribute,forXml,forXmlContent,forXmlAttribute,forCDATA}()',
      cleans: ['html'],
    },
    {
      at: 'Encode.{forJavaScript,forJavaScriptBlock,forJavaScriptAttribute,forJavaScriptSource,forCssString,forCssUrl}()',
      cleans: ['html', 'html-script'],
    },
    { at: 'Encode.forUriComponent()', cleans: ['html', 'html-script', 'url', 'redirect', 'header', 'log'] },
    { at: 'Encode.forJava()', cleans: ['log', 'header'] },
  ],
});
