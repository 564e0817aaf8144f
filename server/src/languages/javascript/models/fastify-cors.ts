import { model } from '../../../facts/model';

/** A plugin: whoever registers it has it called with the instance and the options. */
export default model({
  library: '@fastify/cors',
  aliases: ['fastify-cors'],
  configs: [
    {
      kind: 'cors',
      at: '@fastify/cors()',
      options: { origin: { from: ['$1.origin'], unset: '*' }, credentials: { from: ['$1.credentials'], unset: false } },
      fix: { origin: "$1.origin = process.env.ALLOWED_ORIGINS.split(',')" },
    },
  ],
});
