import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

const NEST = (...names: string[]): string[] => names.map((name) => `@nestjs/common#${name}`);
const ROUTES = NEST('Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Options', 'Head');

export default model({
  library: '@nestjs/common',
  types: {
    Log: ['Logger()', 'Logger', 'ConsoleLogger()', 'type @nestjs/common#Logger', 'type @nestjs/common#LoggerService'],
    Http: ['type @nestjs/axios#HttpService', 'type @nestjs/common#HttpService'],
    App: ['type @nestjs/common#INestApplication'],
  },
  sources: {
    remote: [
      {
        parameterWith: NEST('Body', 'Query', 'Param', 'Headers', 'RawBody', 'HostParam'),
      },
      { parameterWith: ['@nestjs/graphql#Args', '@nestjs/websockets#MessageBody', '@nestjs/microservices#Payload'] },
    ],
  },
  sinks: {
    answer: [
      'InternalServerErrorException($0)',
      { at: 'HttpException($0)', when: { $1: [500, 502, 503, 'HttpStatus.INTERNAL_SERVER_ERROR'] } },
    ],

    // A text that a route answers with is sent as HTML; an object becomes JSON.
    html: [{ returnOf: ROUTES, returnTypes: ['string', 'Promise<string>'], fix: ESCAPE_HTML }],
    log: ['Log.{log,error,warn,debug,verbose,fatal}($0)'],
    url: [
      'Http.{get,post,put,patch,delete,head,options}($0)',
      'Http.request($0.url)',
      'Http.axiosRef.{get,post,put,patch,delete,head,options}($0)',
    ],
  },
  configs: [
    {
      kind: 'request-shape',
      at: 'ValidationPipe()',
      options: { dropsUnknown: { from: ['$0.whitelist'], unset: false } },
      fix: { dropsUnknown: '$0.whitelist = true; $0.forbidNonWhitelisted = true' },
    },
  ],
  routing: [
    {
      at: '@nestjs/common.Module()',
      kind: 'use',
      covers: 'all',
      of: '$0',
      given: ['$0.providers[].useClass'],
    },
  ],
  declaredRoutes: [
    {
      methodsWith: Object.fromEntries(
        ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All'].map((name) => [
          `@nestjs/common#${name}`,
          [name === 'All' ? '*' : name.toUpperCase()],
        ]),
      ),
      pathArguments: ['path'],
      prefixWith: NEST('Controller'),
      classWith: NEST('Controller'),
      guardedBy: ['@nestjs/core', '@nestjs/common'],
    },
  ],
  controls: [{ kind: 'authentication', with: NEST('UseGuards'), named: '*' }],
  sanitizers: [{ at: 'ParseIntPipe().transform()', cleans: 'all' }],
  propagators: [
    { at: 'Log.*()', to: [] },
    { at: 'Http.*()', to: [] },
  ],
});
