import { model } from '../../../facts/model';

const LEVELS = '{trace,debug,info,warn,error,fatal}';

/** Fields come first, the text after them. */
export default model({
  library: 'pino',
  aliases: ['pino-http', 'express-pino-logger', 'nestjs-pino', 'koa-pino-logger'],
  types: {
    Log: [
      'pino()',
      'Log.child()',
      'fastify:Instance.log',
      'fastify:Request.log',
      'express:Request.log',
      'type pino#Logger',
      'type pino#BaseLogger',
      'type fastify#FastifyBaseLogger',
      'type nestjs-pino#PinoLogger',
    ],
  },
  sinks: { log: [`Log.${LEVELS}($*)`] },
  propagators: [{ at: `Log.${LEVELS}()`, to: [] }],
});
