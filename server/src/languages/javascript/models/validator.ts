import { model } from '../../../facts/model';

/** Tests of which a text that passes holds letters, digits and a few harmless signs only. */
const STRICT =
  '{isAlpha,isAlphanumeric,isNumeric,isInt,isFloat,isDecimal,isHexadecimal,isOctal,isUUID,isMongoId,isBoolean,isDate,isISO8601,isRFC3339,isPort,isHash,isMD5,isHexColor,isCreditCard,isLatLong,isULID,isJWT,isLocale,isISO31661Alpha2,isISO31661Alpha3,isISO4217,isPostalCode,isMobilePhone,isSemVer,isSlug,isMACAddress,isIP,isIPRange,isBtcAddress,isEthereumAddress,isBase32,isBase58,isBase64}';

export default model({
  library: 'validator',
  aliases: ['validator/es', 'validatorjs'],
  sanitizers: [
    { at: 'validator.escape()', cleans: ['html'] },
    { at: 'validator.{toInt,toFloat,toBoolean,toDate}()', cleans: 'all' },
    { at: 'validator.stripLow()', cleans: ['log', 'header'] },
    { at: 'validator.whitelist()', cleans: 'all' },
    { at: 'validator.{equals,contains,matches,isLength,isEmpty,isEmail,isURL,isIn}()', cleans: 'all' },
    { at: `validator.${STRICT}()`, cleans: 'all' },
  ],
  guards: [
    { at: `validator.${STRICT}($0)`, cleans: 'all' },
    { at: 'validator.isIn($0)', collection: '$1', cleans: 'all', kind: 'membership' },
    { at: 'validator.equals($0)', collection: '$1', cleans: 'all', kind: 'membership' },
    { at: 'validator.matches($0)', cleans: 'all', kind: 'pattern' },
    { at: 'validator.isEmail($0)', cleans: ['path', 'header', 'log', 'nosql', 'url', 'redirect'] },
    { at: 'validator.isFQDN($0)', cleans: ['sql', 'html', 'shell', 'header', 'log', 'ldap', 'xpath', 'path', 'nosql'] },
  ],
});
