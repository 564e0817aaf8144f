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
  python: [
    {
      title: 'a member of the library',
      place: { at: 'yaml.load(', value: 0, words: { safe: '@{yaml#safe_load}($0)' } },
      bad: 'import yaml\n\ndef f(s):\n    return yaml.load(s, Loader=yaml.Loader)\n',
      good: 'import yaml\n\ndef f(s):\n    return yaml.safe_load(s)\n',
    },
    {
      title: 'the word says how an option is set',
      place: { at: 'torch.load(', value: 0, words: { safe: '$weights_only = True' } },
      bad: 'import torch\n\ndef f(s):\n    return torch.load(s)\n',
      good: undefined,
    },
  ],
  java: [
    {
      title: 'an instantiation',
      place: {
        at: 'new Yaml(',
        words: {
          safe: 'new Yaml(new @{org.yaml.snakeyaml.constructor.SafeConstructor}(new @{org.yaml.snakeyaml.LoaderOptions}()))',
        },
      },
      bad: 'import org.yaml.snakeyaml.Yaml;\n\nclass T {\n    Object f(String s) {\n        return new Yaml().load(s);\n    }\n}\n',
      good: 'import org.yaml.snakeyaml.Yaml;\nimport org.yaml.snakeyaml.constructor.SafeConstructor;\nimport org.yaml.snakeyaml.LoaderOptions;\n\nclass T {\n    Object f(String s) {\n        return new Yaml(new SafeConstructor(new LoaderOptions())).load(s);\n    }\n}\n',
    },
  ],
});
