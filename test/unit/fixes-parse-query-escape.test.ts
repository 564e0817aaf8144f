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
});
