import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.text',
  types: { Substitutor: ['StringSubstitutor.createInterpolator()'] },
  sinks: { code: [{ at: 'Substitutor.{replace,replaceIn}($0)', variant: 'expression' }] },
  sanitizers: [
    {
      at: 'StringEscapeUtils.{escapeHtml,escapeHtml3,escapeHtml4,escapeXml,escapeXml10,escapeXml11}()',
      cleans: ['html'],
    },
    { at: 'StringEscapeUtils.{escapeEcmaScript,escapeJavaScript,escapeJson}()', cleans: ['html-script'] },
    { at: 'StringEscapeUtils.escapeJava()', cleans: ['log', 'header'] },
  ],
  propagators: [
    {
      at: 'StringEscapeUtils.{unescapeHtml,unescapeHtml3,unescapeHtml4,unescapeXml,unescapeJava,unescapeEcmaScript}()',
      from: ['$0'],
      restores: true,
    },
  ],
});
