import { model } from '../../../facts/model';

export default model({
  library: 'org.owasp.esapi',
  types: {
    Encoder: ['type org.owasp.esapi.Encoder', 'ESAPI.encoder()'],
    Validator: ['type org.owasp.esapi.Validator', 'ESAPI.validator()'],
  },
  sanitizers: [
    { at: 'Encoder.{encodeForHTML,encodeForHTMLAttribute,encodeForXML,encodeForXMLAttribute}()', cleans: ['html'] },
    { at: 'Encoder.{encodeForJavaScript,encodeForCSS,encodeForVBScript}()', cleans: ['html', 'html-script'] },
    { at: 'Encoder.encodeForURL()', cleans: ['html', 'html-script', 'url', 'redirect', 'header', 'log'] },
    { at: 'Encoder.{encodeForLDAP,encodeForDN}()', cleans: ['ldap'] },
    { at: 'Encoder.encodeForXPath()', cleans: ['xpath'] },
    { at: 'Encoder.encodeForOS()', cleans: ['shell'], of: '$1' },
    { at: 'Encoder.encodeForSQL()', cleans: ['sql'], of: '$1' },
    { at: 'Validator.{getValidSafeHTML}()', cleans: ['html'] },
    {
      at: 'Validator.{getValidInteger,getValidDouble,getValidNumber,getValidDate,getValidFileName,getValidInput}()',
      cleans: 'all',
    },
    { at: 'Validator.getValidRedirectLocation()', cleans: ['redirect'] },
  ],
  guards: [
    { at: 'Validator.{isValidInput,isValidInteger,isValidNumber,isValidDouble}($1)', cleans: 'all' },
    { at: 'Validator.isValidSafeHTML($1)', cleans: ['html'] },
    { at: 'Validator.isValidRedirectLocation($1)', cleans: ['redirect'] },
    { at: 'Validator.{isValidFileName,isValidDirectoryPath}($1)', cleans: ['path'] },
  ],
  propagators: [
    { at: 'Encoder.{encodeForBase64,decodeFromBase64,decodeFromURL,decodeForHTML,canonicalize}()', from: ['$0'] },
  ],
});
