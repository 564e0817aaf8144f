import { example, suite } from './fixes-support';

suite('replace-call', {
  javascript: [
    example('javascript', 'weak-random', 'A token', {
      at: 'Math.random().toString(36).slice(2)',
      value: 'Math.random().toString(36).slice(2)',
    }),
    example('javascript', 'weak-random', 'A one-time code', {
      at: 'user.otp = ',
      value: 'Math.floor(Math.random() * 1000000)',
    }),
    example('javascript', 'header-injection', 'variant file-name: Content-Disposition by hand', {
      at: 'res.setHeader(',
      value: 1,
      words: { call: '$this.attachment($hole)' },
      trace: ['req.query.name'],
    }),
    {
      title: 'what the value is made of, in another statement',
      place: { at: 'save(', value: 0 },
      bad: "import x from 'x';\nconst token = 't' + Math.random().toString(36).substring(2, 15);\nsave(token);\n",
      good: "import x from 'x';\nimport crypto from 'crypto';\nconst token = 't' + crypto.randomBytes(32).toString('hex');\nsave(token);\n",
    },
    {
      title: "the model's own words first",
      place: {
        at: 'save(',
        value: 0,
        words: { rewrite: 'Math.floor(Math.random() * $n) => @{node:crypto#randomInt}($n)' },
      },
      bad: "import { randomInt } from 'crypto';\nsave(Math.floor(Math.random() * a.b(1, 2)));\n",
      good: "import { randomInt } from 'crypto';\nsave(randomInt(a.b(1, 2)));\n",
    },
    {
      title: 'a sum is not one factor',
      place: { at: 'save(', value: 0 },
      bad: 'save(Math.floor(Math.random() * 9 + 1));\n',
      good: undefined,
    },
    {
      title: 'a pattern with a text and its hole',
      place: { at: 'res.set(', value: 1, words: { rewrite: '$this.set("X", `a=${$0}`) => $this.mark($0)' } },
      bad: "res.set('X', `a=${q.a}`);\n",
      good: 'res.mark(q.a);\n',
    },
    {
      title: 'another name and other arguments',
      place: { at: 'c.createCipher(', words: { to: 'createCipheriv', arguments: "'aes-256-gcm', $1..., iv" } },
      bad: "c.createCipher('des', key);\n",
      good: "c.createCipheriv('aes-256-gcm', key, iv);\n",
    },
    {
      title: 'an argument that is not there',
      place: { at: 'c.hash(', words: { call: 'c.mac($0, $1)' } },
      bad: 'c.hash(a);\n',
      good: undefined,
    },
  ],
});
