import { suite } from './fixes-support';

suite('safe-loader', {
  javascript: [
    {
      title: 'another function of the library',
      place: { at: 'yaml.load(', value: 0, words: { 'safe-to': 'safeLoad' } },
      bad: 'const a = yaml.load(text, options);\n',
      good: 'const a = yaml.safeLoad(text, options);\n',
    },
    {
      title: 'a whole new call',
      place: { at: 'yaml.load(', value: 0, words: { safe: '$callee($0, { schema: @{js-yaml#JSON_SCHEMA} })' } },
      bad: "const yaml = require('js-yaml');\nconst a = yaml.load(text, { schema: all });\n",
      good: "const yaml = require('js-yaml');\nconst a = yaml.load(text, { schema: yaml.JSON_SCHEMA });\n",
    },
    { title: 'no words', place: { at: 'yaml.load(', value: 0 }, bad: 'yaml.load(text);\n', good: undefined },
  ],
});
