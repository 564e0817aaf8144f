import { example, suite } from './fixes-support';

const js = (rule: string, title: string, at: string) => example('javascript', rule, title, { at, value: 0 });

suite('json-parse', {
  javascript: [
    js('code-injection', 'eval used as a JSON parser', 'eval('),
    js('insecure-deserialization', 'node-serialize', 'serialize.unserialize('),
    js('insecure-deserialization', 'serialize-to-js', 'serialize.deserialize('),
    js('insecure-deserialization', 'cryo', 'Cryo.parse('),
    { title: 'code', place: { at: 'eval(', value: 0 }, bad: "const a = eval('1 + ' + x);\n", good: undefined },
    { title: 'run, not read', place: { at: 'vm.run(', value: 0 }, bad: 'const a = vm.run(x);\n', good: undefined },
    { title: 'the result is not used', place: { at: 'eval(', value: 0 }, bad: 'eval(x);\n', good: undefined },
  ],
  python: [
    {
      title: 'an object from a text',
      place: { at: 'pickle.loads(', value: 0 },
      bad: 'import pickle\n\ndef f(s):\n    return pickle.loads(s)\n',
      good: 'import pickle\nimport json\n\ndef f(s):\n    return json.loads(s)\n',
    },
    {
      title: 'an object from a file',
      place: { at: 'pickle.load(', value: 0, words: { json: '@{json}.load($value)' } },
      bad: 'import json\nimport pickle\n\ndef f(s):\n    return pickle.load(s)\n',
      good: 'import json\nimport pickle\n\ndef f(s):\n    return json.load(s)\n',
    },
  ],
});
