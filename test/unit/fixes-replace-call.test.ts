import { example, suite } from './fixes-support';

suite('replace-call', {
  javascript: [
    example('javascript', 'weak-random', 'A token', {
      at: 'Math.random().toString(36).slice(2)',
      value: 'Math.random().toString(36).slice(2)',
    }),
    example('javascript', 'weak-random', 'A one-time code', {
      at: 'user.pin = ',
      value: 'Math.floor(Math.random() * 1000000)',
    }),
    example('javascript', 'header-injection', 'variant file-name: Content-Disposition by hand', {
      at: 'res.setHeader(',
      value: 1,
      words: { call: '$this.attachment($value)' },
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
  python: [
    {
      title: 'a choice, which the trace names',
      place: { at: 'save(', value: 0, trace: ['random.choice(ABC)'] },
      bad: 'import random\n\ndef f():\n    save("".join(random.choice(ABC) for _ in range(8)))\n',
      good: 'import random\nimport secrets\n\ndef f():\n    save("".join(secrets.choice(ABC) for _ in range(8)))\n',
    },
    {
      title: 'a number in a variable',
      place: { at: 'save(', value: 0 },
      bad: 'from random import randint\n\ndef f():\n    code = randint(1, 9)\n    save(str(code))\n',
      good: 'from random import randint\nimport random\n\ndef f():\n    code = random.SystemRandom().randint(1, 9)\n    save(str(code))\n',
    },
    {
      title: 'another name of an import',
      place: { at: 'md5(', words: { to: 'sha256' } },
      bad: 'from hashlib import md5\nh = md5(b"")\n',
      good: 'from hashlib import sha256\nh = sha256(b"")\n',
    },
    {
      title: 'a call of another library',
      place: {
        at: 'ET.parse(',
        value: 0,
        words: { call: '@{defusedxml.ElementTree#parse}($0, $1...)' },
      },
      bad: 'import xml.etree.ElementTree as ET\n\ndef f(s):\n    return ET.parse(s)\n',
      good: 'import xml.etree.ElementTree as ET\nfrom defusedxml.ElementTree import parse\n\ndef f(s):\n    return parse(s)\n',
    },
  ],
  java: [
    {
      title: 'the generator that the value comes from',
      place: { at: 'save(', value: 0 },
      bad: 'import java.util.Random;\n\nclass T {\n    void f() {\n        Random random = new Random();\n        save(random.nextInt());\n    }\n}\n',
      good: 'import java.util.Random;\nimport java.security.SecureRandom;\n\nclass T {\n    void f() {\n        Random random = new SecureRandom();\n        save(random.nextInt());\n    }\n}\n',
    },
    {
      title: 'a name and its arguments',
      place: { at: 'DigestUtils.md5Hex(', words: { to: 'sha256Hex' } },
      bad: 'class T {\n    String f(String s) {\n        return DigestUtils.md5Hex(s);\n    }\n}\n',
      good: 'class T {\n    String f(String s) {\n        return DigestUtils.sha256Hex(s);\n    }\n}\n',
    },
  ],
});
