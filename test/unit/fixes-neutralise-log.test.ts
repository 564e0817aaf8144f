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
});
