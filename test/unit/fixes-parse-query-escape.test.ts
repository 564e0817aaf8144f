import { suite } from './fixes-support';

suite('parse-query-escape', {
  javascript: [
    {
      title: 'a hole of a filter in an options object',
      place: {
        at: 'client.search(',
        value: '`(uid=${req.query.uid})`',
        words: { 'query-escape': '@{ldap-escape#filter as escapeFilter}`${$value}`' },
      },
      bad: "const l = require('l');\nexports.f = (req) => client.search('ou=people', { filter: `(uid=${req.query.uid})` });\n",
      good: "const l = require('l');\nconst { filter: escapeFilter } = require('ldap-escape');\nexports.f = (req) => client.search('ou=people', { filter: `(uid=${escapeFilter`${req.query.uid}`})` });\n",
    },
    {
      title: 'no word, no fix',
      place: { at: 'client.search(', value: 0 },
      bad: 'client.search(`(uid=${uid})`);\n',
      good: undefined,
    },
  ],
  python: [
    {
      title: 'a hole of an f-string',
      place: {
        at: 'conn.search(',
        value: 1,
        words: { 'query-escape': '@{ldap3.utils.conv#escape_filter_chars}($value)' },
      },
      bad: "from ldap3 import Connection\n\ndef f(conn, uid):\n    conn.search('dc=x', f'(uid={uid})')\n",
      good: "from ldap3 import Connection\nfrom ldap3.utils.conv import escape_filter_chars\n\ndef f(conn, uid):\n    conn.search('dc=x', f'(uid={escape_filter_chars(uid)})')\n",
    },
  ],
  java: [
    {
      title: 'a sum',
      place: { at: 'ctx.search(', value: 1, words: { 'query-escape': '@{a.b.Encoder}.filterEncode($value)' } },
      bad: 'package a;\n\nclass T {\n    void f(String uid) {\n        ctx.search("ou=x", "(uid=" + uid + ")", c);\n    }\n}\n',
      good: 'package a;\n\nimport a.b.Encoder;\n\nclass T {\n    void f(String uid) {\n        ctx.search("ou=x", "(uid=" + Encoder.filterEncode(uid) + ")", c);\n    }\n}\n',
    },
  ],
});
