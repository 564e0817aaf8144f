import { suite } from './fixes-support';

const place = { at: 'eval(', ruleId: 'code-injection', reason: 'only admins\nget here ' };

suite('suppress', {
  javascript: [
    {
      title: 'a line above, with its indent',
      place,
      bad: 'function f(x) {\n\tif (x) {\n\t\treturn [1, eval(x)];\n\t}\n}\n',
      good: 'function f(x) {\n\tif (x) {\n\t\t// security-ignore: code-injection only admins get here\n\t\treturn [1, eval(x)];\n\t}\n}\n',
    },
    {
      title: 'below one for another rule; line ends as they are',
      place,
      bad: '// security-ignore: other-rule why\r\neval(x);\r\n',
      good: '// security-ignore: other-rule why\r\n// security-ignore: code-injection only admins get here\r\neval(x);\r\n',
    },
    {
      title: 'not into a text of several lines',
      place,
      bad: 'const t = `a\n${eval(x)}`;\n',
      good: '// security-ignore: code-injection only admins get here\nconst t = `a\n${eval(x)}`;\n',
    },
    { title: 'no reason, no comment', place: { ...place, reason: ' ' }, bad: 'eval(x);\n', good: undefined },
  ],
  python: [
    {
      title: 'a line above',
      place,
      bad: 'def f(x):\n    if x:\n        return eval(x)\n',
      good: 'def f(x):\n    if x:\n        # security-ignore: code-injection only admins get here\n        return eval(x)\n',
    },
  ],
  java: [
    {
      title: 'a line above',
      place,
      bad: 'class T {\n    Object f(String x) {\n        return eval(x);\n    }\n}\n',
      good: 'class T {\n    Object f(String x) {\n        // security-ignore: code-injection only admins get here\n        return eval(x);\n    }\n}\n',
    },
  ],
});
