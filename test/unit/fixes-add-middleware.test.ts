import { example, type Place, suite } from './fixes-support';

const place: Place = { at: 'express()', words: { use: '$this.use(@{helmet}())' } };

suite('add-middleware', {
  javascript: [
    example('javascript', 'security-headers-missing', 'Express', place),
    example('javascript', 'security-headers-missing', 'Express, imported', place),
    {
      title: 'in a function, without semicolons, imported already',
      place,
      bad: "import express from 'express'\nimport protect from 'helmet'\nexport function make() {\n\tconst app = express() // the app\n\treturn app\n}\n",
      good: "import express from 'express'\nimport protect from 'helmet'\nexport function make() {\n\tconst app = express() // the app\n\tapp.use(protect())\n\treturn app\n}\n",
    },
    {
      title: 'a member',
      place,
      bad: "import express from 'express';\nclass S {\n  constructor() {\n    this.app = express();\n  }\n}\n",
      good: "import express from 'express';\nimport helmet from 'helmet';\nclass S {\n  constructor() {\n    this.app = express();\n    this.app.use(helmet());\n  }\n}\n",
    },
    {
      title: 'an app without a name',
      place,
      bad: "import express from 'express';\nexpress().listen(1);\n",
      good: undefined,
    },
    {
      title: 'one more call in a chain',
      place: { at: 'make()', words: { use: '.secure()' } },
      bad: 'make().start();\n',
      good: 'make().secure().start();\n',
    },
  ],
});
