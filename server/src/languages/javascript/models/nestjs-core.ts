import { model } from '../../../facts/model';

export default model({
  library: '@nestjs/core',
  types: {
    App: [
      'NestFactory.create()',
      '@nestjs/common:App',
      'type @nestjs/platform-express#NestExpressApplication',
      'type @nestjs/platform-fastify#NestFastifyApplication',
    ],
  },
  routing: [
    { at: 'NestFactory.create()', kind: 'application' },
    { at: 'App.{useGlobalGuards,useGlobalPipes}()', kind: 'use', given: ['$*'], covers: 'all' },
    { at: 'App.setGlobalPrefix()', kind: 'prefix', path: ['$0'] },
  ],
  configs: [
    { kind: 'http-app', at: 'NestFactory.create()', options: {} },
    {
      kind: 'cors',
      at: 'App.enableCors()',
      options: { origin: { from: ['$0.origin'], unset: '*' }, credentials: { from: ['$0.credentials'], unset: false } },
      fix: { origin: "$0.origin = process.env.ALLOWED_ORIGINS.split(',')" },
    },
    {
      kind: 'cors',
      at: 'NestFactory.create()',
      options: {
        origin: { from: ['$1.cors.origin', '$1.cors'] },
        credentials: { from: ['$1.cors.credentials'], unset: false },
      },
    },
  ],
});
