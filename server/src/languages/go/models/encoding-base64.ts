import { model } from '../../../facts/model';

const ENCODINGS = '{StdEncoding,URLEncoding,RawStdEncoding,RawURLEncoding,HexEncoding}';
const HARMLESS = ['sql', 'shell', 'html', 'ldap', 'xpath', 'log', 'header', 'html-script', 'template'] as const;

export default model({
  library: 'encoding/base64',
  aliases: ['encoding/base32', 'encoding/hex'],
  types: { Text: [`base64.${ENCODINGS}.EncodeToString()`, 'EncodeToString()'] },
  extends: { Text: [':Text'] },
  sanitizers: [
    { at: `base64.${ENCODINGS}.EncodeToString()`, cleans: HARMLESS },
    { at: 'EncodeToString()', cleans: [...HARMLESS, 'path', 'url', 'redirect'] },
  ],
  propagators: [
    { at: `base64.${ENCODINGS}.DecodeString()`, from: ['$0'], to: ['result[0]'], restores: true },
    { at: 'DecodeString()', from: ['$0'], to: ['result[0]'], restores: true },
    { at: `base64.${ENCODINGS}.EncodeToString()`, from: ['$0'] },
    { at: 'EncodeToString()', from: ['$0'] },
    { at: `base64.${ENCODINGS}.Decode()`, from: ['$1'], to: ['$0'], restores: true },
    { at: 'NewDecoder()', from: ['$1'] },
  ],
});
