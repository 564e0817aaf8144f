import { example, type Place, suite } from './fixes-support';

const ESCAPE = { escape: '@{escape-html as escapeHtml}($value)' };
const IMPORT = "const escapeHtml = require('escape-html');\n";
const at = (call: string, trace?: readonly string[]): Place => ({ at: call, value: 0, words: ESCAPE, trace });

suite('escape-output', {
  javascript: [
    example('javascript', 'xss-reflected', 'Express: send', at('res.send(', ['req.query.name'])),
    example(
      'javascript',
      'xss-reflected',
      'Express: the import is added',
      at('res.status(200).send(', ['req.query.name']),
    ),
    {
      title: 'only what comes from outside',
      place: at('res.send(', ['req.query.name']),
      bad: `${IMPORT}exports.f = (req, res) => res.send(\`<b>\${title}</b><i>\${req.query.name}</i>\`);\n`,
      good: `${IMPORT}exports.f = (req, res) => res.send(\`<b>\${title}</b><i>\${escapeHtml(req.query.name)}</i>\`);\n`,
    },
    {
      title: 'the value itself',
      place: at('res.send(', ['req.query.name']),
      bad: `${IMPORT}exports.f = (req, res) => res.send(req.query.name);\n`,
      good: `${IMPORT}exports.f = (req, res) => res.send(escapeHtml(req.query.name));\n`,
    },
    {
      title: 'a name for the value',
      place: at('res.send(', ['req.query.name']),
      bad: `${IMPORT}exports.f = (req, res) => {\n  const { name } = req.query;\n  res.send('<b>' + name);\n};\n`,
      good: `${IMPORT}exports.f = (req, res) => {\n  const { name } = req.query;\n  res.send('<b>' + escapeHtml(name));\n};\n`,
    },
    {
      title: 'a text built before, used twice',
      place: at('res.send(', ['req.query.name']),
      bad: `${IMPORT}exports.f = (req, res) => {
  const html = '<b>' + req.query.name + '</b>';
  console.log(html);
  res.send(html);
};
`,
      good: `${IMPORT}exports.f = (req, res) => {
  const html = '<b>' + escapeHtml(req.query.name) + '</b>';
  console.log(html);
  res.send(html);
};
`,
    },
    {
      title: 'a text built in steps, some under a condition',
      place: at('res.send('),
      bad: `${IMPORT}exports.f = (req, res) => {
  let html = \`<b>\${req.query.a || 'you'}</b>\`;
  if (req.query.b) html += '<i>' + (req.query.b ?? '') + '</i>';
  for (const x of req.query.c) html += \`<li>\${x}</li>\`;
  res.send('<div>' + html + '</div>');
};
`,
      good: `${IMPORT}exports.f = (req, res) => {
  let html = \`<b>\${escapeHtml(req.query.a || 'you')}</b>\`;
  if (req.query.b) html += '<i>' + escapeHtml(req.query.b ?? '') + '</i>';
  for (const x of req.query.c) html += \`<li>\${escapeHtml(x)}</li>\`;
  res.send('<div>' + html + '</div>');
};
`,
    },
    {
      title: 'what is assigned',
      place: { at: 'ctx.body = ', value: '`<p>${ctx.query.q}</p>`', words: ESCAPE, trace: ['ctx.query.q'] },
      bad: `${IMPORT}exports.f = (ctx) => {\n  ctx.body = \`<p>\${ctx.query.q}</p>\`;\n};\n`,
      good: `${IMPORT}exports.f = (ctx) => {\n  ctx.body = \`<p>\${escapeHtml(ctx.query.q)}</p>\`;\n};\n`,
    },
    {
      title: 'what is returned',
      place: { at: 'return ', value: "'<p>' + q", words: ESCAPE },
      bad: `${IMPORT}exports.f = ({ q }) => {\n  return '<p>' + q;\n};\n`,
      good: `${IMPORT}exports.f = ({ q }) => {\n  return '<p>' + escapeHtml(q);\n};\n`,
    },
    {
      title: 'markup made by a function of the project',
      place: at('res.send(', ['req.query.name']),
      bad: `${IMPORT}const views = require('./views');\nexports.f = (req, res) => res.send(views.page(req.query.name));\n`,
      good: undefined,
    },
    {
      title: 'a method of the value',
      place: at('res.send(', ['req.query.name']),
      bad: `${IMPORT}exports.f = (req, res) => res.send('<b>' + req.query.name.trim());\n`,
      good: `${IMPORT}exports.f = (req, res) => res.send('<b>' + escapeHtml(req.query.name.trim()));\n`,
    },
    {
      title: 'an import among others',
      place: at('res.send('),
      bad: "import express from 'express';\nimport { x } from './x.js';\nexport const f = (q, res) => res.send(`<b>${q}`);\n",
      good: "import express from 'express';\nimport escapeHtml from 'escape-html';\nimport { x } from './x.js';\nexport const f = (q, res) => res.send(`<b>${escapeHtml(q)}`);\n",
    },
  ],
  python: [
    {
      title: 'an f-string that is returned; a variable has the name of the library',
      place: { at: 'return ', value: 'f"<b>{name}</b>"', words: { escape: '@{html}.escape($value)' } },
      bad: 'from flask import Flask\n\ndef f(name):\n    html = 1\n    return f"<b>{name}</b>"\n',
      good: 'from flask import Flask\nimport html as html_\n\ndef f(name):\n    html = 1\n    return f"<b>{html_.escape(name)}</b>"\n',
    },
    {
      title: 'a format',
      place: { at: 'make_response(', value: 0, words: { escape: '@{markupsafe#escape}($value)' } },
      bad: 'from markupsafe import escape\ndef f(name):\n    return make_response("<b>%s</b>" % name.strip())\n',
      good: 'from markupsafe import escape\ndef f(name):\n    return make_response("<b>%s</b>" % escape(name.strip()))\n',
    },
    {
      title: 'a format method with names',
      place: { at: 'make_response(', value: 0, words: { escape: '@{markupsafe#escape}($value)' } },
      bad: 'from markupsafe import escape\ndef f(name):\n    return make_response("<b>{n}</b>".format(n=name))\n',
      good: 'from markupsafe import escape\ndef f(name):\n    return make_response("<b>{n}</b>".format(n=escape(name)))\n',
    },
    {
      title: 'a text in steps',
      place: { at: 'make_response(', value: 0, words: { escape: '@{markupsafe#escape}($value)' } },
      bad: 'from markupsafe import escape\ndef f(names):\n    page = "<ul>"\n    for n in names:\n        page += "<li>" + n + "</li>"\n    return make_response(page)\n',
      good: 'from markupsafe import escape\ndef f(names):\n    page = "<ul>"\n    for n in names:\n        page += "<li>" + escape(n) + "</li>"\n    return make_response(page)\n',
    },
  ],
  java: [
    {
      title: 'a sum, the import is added',
      place: { at: 'out.println(', value: 0, words: { escape: '@{org.owasp.encoder.Encode}.forHtml($value)' } },
      bad: 'package a;\n\nimport java.io.PrintWriter;\n\nclass T {\n    void f(PrintWriter out, String name) {\n        out.println("<b>" + name + "</b>");\n    }\n}\n',
      good: 'package a;\n\nimport java.io.PrintWriter;\nimport org.owasp.encoder.Encode;\n\nclass T {\n    void f(PrintWriter out, String name) {\n        out.println("<b>" + Encode.forHtml(name) + "</b>");\n    }\n}\n',
    },
    {
      title: 'a format that is returned',
      place: { at: 'return ', value: 'String.format("<b>%s</b>", name)', words: { escape: '@{a.B}.c($value)' } },
      bad: 'import a.B;\nclass T {\n    String f(String name) {\n        return String.format("<b>%s</b>", name);\n    }\n}\n',
      good: 'import a.B;\nclass T {\n    String f(String name) {\n        return String.format("<b>%s</b>", B.c(name));\n    }\n}\n',
    },
  ],
});
