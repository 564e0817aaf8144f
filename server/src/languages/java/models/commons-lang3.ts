import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.lang3',
  sources: {
    'weak-random': [
      'RandomStringUtils.{random,randomAlphanumeric,randomAlphabetic,randomNumeric,randomAscii,randomGraph,randomPrint}()',
      'RandomUtils.{nextInt,nextLong,nextDouble,nextFloat,nextBytes}()',
    ],
  },
  sanitizers: [
    {
      at: 'StringEscapeUtils.{escapeHtml,escapeHtml3,escapeHtml4,escapeXml,escapeXml10,escapeXml11}()',
      cleans: ['html'],
    },
    { at: 'StringEscapeUtils.{escapeEcmaScript,escapeJavaScript,escapeJson}()', cleans: ['html-script'] },
    { at: 'StringEscapeUtils.escapeJava()', cleans: ['log', 'header'] },
    {
      at: 'math.NumberUtils.{toInt,toLong,toDouble,toFloat,createInteger,createLong,createNumber,isNumber,isDigits}()',
      cleans: 'all',
    },
    { at: 'BooleanUtils.{toBoolean,toBooleanObject}()', cleans: 'all' },
    {
      at: 'StringUtils.{isEmpty,isBlank,isNotEmpty,isNotBlank,equals,equalsIgnoreCase,contains,startsWith,endsWith,length,isNumeric,isAlphanumeric,isAlpha}()',
      cleans: 'all',
    },
  ],
  guards: [
    // Nothing, or nothing but blanks.
    { at: 'StringUtils.{isEmpty,isBlank}($0)', cleans: 'all' },
    { at: 'StringUtils.{isNotEmpty,isNotBlank}($0)', when: false, cleans: 'all' },
    { at: 'StringUtils.{isNumeric,isAlphanumeric,isAlpha}($0)', cleans: 'all' },
    { at: 'StringUtils.{equals,equalsIgnoreCase}($0)', collection: '$1', cleans: 'all', kind: 'membership' },
    { at: 'math.NumberUtils.{isDigits,isCreatable,isNumber,isParsable}($0)', cleans: 'all' },
  ],
  propagators: [
    {
      at: 'StringEscapeUtils.{unescapeHtml,unescapeHtml3,unescapeHtml4,unescapeXml,unescapeJava,unescapeEcmaScript}()',
      from: ['$0'],
      restores: true,
    },
    { at: 'StringUtils.*()', from: ['$*'] },
  ],
  operations: {
    'string.join': ['StringUtils.join()'],
    identity: ['Validate.{notNull,notEmpty,notBlank}()', 'StringUtils.{defaultString,trimToEmpty,trimToNull}()'],
  },
});
