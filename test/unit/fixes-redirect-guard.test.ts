import { suite } from './fixes-support';

const HELPER = `/** Redirects inside this site only. */
function safeRedirect(target) {
  const text = String(target);
  // A second slash or a backslash would start another host's name.
  return /^\\/(?![\\/\\\\])[^\\r\\n\\t]*$/.test(text) ? text : '/';
}
`;

suite('redirect-guard', {
  javascript: [
    {
      title: 'a function is added after the imports',
      place: { at: 'res.redirect(', value: 0 },
      bad: "import a from 'a';\nimport {\n  b,\n} from './b.js';\n\nexport const f = (req, res) => res.redirect(req.query.next);\n",
      good: `import a from 'a';\nimport {\n  b,\n} from './b.js';\n\n${HELPER}\nexport const f = (req, res) => res.redirect(safeRedirect(req.query.next));\n`,
    },
    {
      title: 'directly after the imports',
      place: { at: 'res.redirect(', value: 1 },
      bad: "const a = require('a');\nexports.f = (req, res) => res.redirect(302, req.query.next);\n",
      good: `const a = require('a');\n\n${HELPER}\nexports.f = (req, res) => res.redirect(302, safeRedirect(req.query.next));\n`,
    },
    {
      title: 'no imports',
      place: { at: 'res.redirect(', value: 0 },
      bad: 'exports.f = (req, res) => res.redirect(req.query.next);\n',
      good: `${HELPER}\nexports.f = (req, res) => res.redirect(safeRedirect(req.query.next));\n`,
    },
    {
      title: 'the function is there',
      place: { at: 'res.redirect(', value: 0 },
      bad: `${HELPER}\nexports.f = (req, res) => res.redirect(req.query.next);\n`,
      good: `${HELPER}\nexports.f = (req, res) => res.redirect(safeRedirect(req.query.next));\n`,
    },
    {
      title: "the model's own word",
      place: { at: 'res.redirect(', value: 0, words: { redirect: '@{x#local}($value)' } },
      bad: "import a from 'a';\nexport const f = (req, res) => res.redirect(`/a?${req.query.next}`);\n",
      good: "import a from 'a';\nimport { local } from 'x';\nexport const f = (req, res) => res.redirect(local(`/a?${req.query.next}`));\n",
    },
  ],
  python: [
    {
      title: 'a function is added after the imports',
      place: { at: 'redirect(', value: 0 },
      bad: 'from flask import redirect\n\n\ndef f(target):\n    return redirect(target)\n',
      good: 'from flask import redirect\nimport re\n\n\ndef safe_redirect(target):\n    """Redirects inside this site only."""\n    text = str(target)\n    # A second slash or a backslash would start another host\'s name.\n    return text if re.fullmatch(r"/(?![/\\\\])[^\\r\\n\\t]*", text) else "/"\n\n\ndef f(target):\n    return redirect(safe_redirect(target))\n',
    },
  ],
  java: [
    {
      title: 'a member is added to the class',
      place: { at: 'response.sendRedirect(', value: 0 },
      bad: 'class T {\n  void f(String target) {\n    response.sendRedirect(target);\n  }\n}\n',
      good: 'class T {\n  void f(String target) {\n    response.sendRedirect(safeRedirect(target));\n  }\n\n  /** Redirects inside this site only. */\n  private static String safeRedirect(String target) {\n    // A second slash or a backslash would start another host\'s name.\n    return target != null && target.matches("/(?![/\\\\\\\\])[^\\\\r\\\\n\\\\t]*") ? target : "/";\n  }\n}\n',
    },
  ],
});
