import { example, suite } from './fixes-support';

suite('neutralise-log', {
  javascript: [
    example('javascript', 'log-injection', 'console: joined text', {
      at: 'console.log(',
      value: 0,
      trace: ['req.body.user'],
    }),
    example('javascript', 'log-injection', 'console: a second argument', {
      at: 'console.info(',
      value: 1,
      trace: ['req.query.q'],
    }),
    {
      title: 'in a template, with the quotes of the file',
      place: { at: 'log.info(', value: 0 },
      bad: 'const a = "b";\nlog.info(`login of ${user} from ${"x"}`);\n',
      good: 'const a = "b";\nlog.info(`login of ${String(user).replace(/[\\r\\n]/g, " ")} from ${"x"}`);\n',
    },
  ],
  python: [
    {
      title: 'an argument',
      place: { at: 'log.info(', value: 1 },
      bad: 'def f(user):\n    log.info("login of %s", user)\n',
      good: 'def f(user):\n    log.info("login of %s", str(user).replace("\\r", " ").replace("\\n", " "))\n',
    },
    {
      title: 'an f-string cannot hold backslashes',
      place: { at: 'log.info(', value: 0 },
      bad: 'def f(user):\n    log.info(f"login of {user}")\n',
      good: 'def f(user):\n    log.info(f"login of {repr(user)}")\n',
    },
  ],
  java: [
    {
      title: 'a sum',
      place: { at: 'log.info(', value: 0 },
      bad: 'class T {\n    void f(String user) {\n        log.info("login of " + user);\n    }\n}\n',
      good: 'class T {\n    void f(String user) {\n        log.info("login of " + String.valueOf(user).replaceAll("[\\r\\n]", " "));\n    }\n}\n',
    },
  ],
});
