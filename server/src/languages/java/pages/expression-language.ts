/** Objects of the expression language that are maps of something. */
const READERS: Readonly<Record<string, string>> = {
  param: 'request.getParameter',
  paramValues: 'request.getParameterValues',
  header: 'request.getHeader',
  headerValues: 'request.getHeaders',
};
const SCOPES = new Set(['requestScope', 'sessionScope', 'pageScope', 'applicationScope']);
const WORDS: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  and: '&&',
  or: '||',
  div: '/',
  mod: '%',
  not: '!',
}; // prettier-ignore
/** Functions of the standard library that escape or count. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'fn:escapeXml': 'org.apache.commons.text.StringEscapeUtils.escapeHtml4',
  'fn:length': '(int) ',
};

const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_$][\w$]*(?::[A-Za-z_]\w*)?|\d+(?:\.\d+)?|&&|\|\||[=!<>]=|./gs;
const MAX_TOKENS = 200;

/**
 * An expression of the expression language as code: names are variables of the page, members are getters, and the objects
 * that stand for the request are the request.
 */
export function expressionCode(expression: string): string {
  const tokens = (expression.match(TOKEN) ?? []).filter((token) => token.trim() !== '').slice(0, MAX_TOKENS);
  let code = '';
  /** Brackets that are open, with what closes each. */
  const open: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    const previous = tokens[i - 1];
    if (/^['"]/.test(token)) code += JSON.stringify(token.slice(1, -1));
    else if (token === 'empty') code += '!';
    else if (Object.hasOwn(WORDS, token) && previous !== '.') code += ` ${WORDS[token]} `;
    else if (/^[A-Za-z_$]/.test(token)) {
      if (previous === '.') code += next === '(' ? token : `get${token[0].toUpperCase()}${token.slice(1)}()`;
      else if (Object.hasOwn(READERS, token) && (next === '.' || next === '[')) {
        const key = tokens[i + 2] ?? '';
        code += `${READERS[token]}(${JSON.stringify(key.replace(/^['"]|['"]$/g, ''))})`;
        i += next === '.' ? 2 : 3;
      } else if (token === 'cookie' && next === '.') {
        code += 'request.getCookies()[0]';
        i += 2;
      } else if (SCOPES.has(token) && next === '.') i += 1;
      else if (Object.hasOwn(FUNCTIONS, token)) code += FUNCTIONS[token];
      else if (token.includes(':')) code += `$functions.${token.slice(token.indexOf(':') + 1)}`;
      else code += token;
    } else if (token === '[') {
      code += '.get(';
      open.push(')');
    } else if (token === ']') code += open.pop() ?? '';
    else code += token;
  }
  return code + open.reverse().join('');
}
