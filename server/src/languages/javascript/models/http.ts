import { model } from '../../../facts/model';
import {
  ALLOW_ORIGIN,
  allowOriginConfigs,
  CONTENT_DISPOSITION,
  CONTENT_TYPE,
  claimedAddresses,
  ESCAPE_HTML,
  ends,
  headerObjectConfigs,
  headerSinks,
  LOCATION,
  listener,
  NOT_A_PAGE,
  securityHeaderConfigs,
  sinks,
  tlsConfig,
  tlsVersions,
} from './_words';

/** Of `https` and `http2` too: they hand over the same requests and answers. */
export default model({
  library: 'http',
  aliases: ['https', 'http2', 'follow-redirects/http', 'follow-redirects/https'],
  types: {
    Server: ['createServer()', 'createSecureServer()', 'Server()', 'type http#Server', 'type https#Server'],
    IncomingMessage: [
      'type http#IncomingMessage',
      'type http2#Http2ServerRequest',
      'createServer($*).param(0)',
      'createSecureServer($*).param(0)',
      'Server.on("request", $1).param(0)',
      'Server.{on,addListener}("upgrade", $1).param(0)',
    ],
    ServerResponse: [
      'type http#ServerResponse',
      'type http2#Http2ServerResponse',
      'createServer($*).param(1)',
      'createSecureServer($*).param(1)',
      'Server.on("request", $1).param(1)',
      'ServerResponse.{writeHead,setHeader,appendHeader}()',
    ],
  },
  sources: {
    'claimed-address': claimedAddresses('IncomingMessage.headers[]'),
    remote: [
      'IncomingMessage.{url,headers,rawHeaders,headersDistinct,trailers}',
      'IncomingMessage.{on,once,addListener}("data", $1).param(0)',
      'IncomingMessage.read()',
    ],
  },
  marks: [
    { at: 'ServerResponse.setHeader()', mark: 'not-a-page', when: { $0: CONTENT_TYPE }, by: { $1: NOT_A_PAGE } },
    ...CONTENT_TYPE.flatMap((name) =>
      ['$1', '$2'].map((headers) => ({
        at: 'ServerResponse.writeHead()',
        mark: 'not-a-page' as const,
        unless: { [`${headers}.${name}`]: undefined },
        by: { [`${headers}.${name}`]: NOT_A_PAGE },
      })),
    ),
  ],
  sinks: {
    html: sinks(['ServerResponse.{write,end}($0)'], { unlessMarked: 'not-a-page', fix: ESCAPE_HTML }),
    redirect: [
      ...headerSinks(['ServerResponse.setHeader'], LOCATION),
      ...LOCATION.flatMap((name) => [`ServerResponse.writeHead($1.${name})`, `ServerResponse.writeHead($2.${name})`]),
    ],
    header: [
      ...sinks(headerSinks(['ServerResponse.setHeader'], CONTENT_DISPOSITION), { variant: 'file-name' }),
      ...sinks(
        CONTENT_DISPOSITION.flatMap((name) => [
          `ServerResponse.writeHead($1.${name})`,
          `ServerResponse.writeHead($2.${name})`,
        ]),
        { variant: 'file-name' },
      ),
    ],
    url: [
      'get($0)',
      'get($0.host)',
      'get($0.hostname)',
      'request($0)',
      'request($0.host)',
      'request($0.hostname)',
      'request($1.host)',
      'request($1.hostname)',
      'get($1.host)',
      'get($1.hostname)',
      'connect($0)',
    ],
  },
  configs: [
    {
      kind: 'untyped-json',
      at: 'ServerResponse.end()',
      given: { $0: ':Json' },
      unlessMarked: 'not-a-page',
      options: { body: { from: ['$0'] } },
      fix: { before: "$this.setHeader('Content-Type', 'application/json')" },
    },
    tlsVersions('http.{request,get}()', '$1', '$0'),
    tlsVersions('http.{createServer,createSecureServer,Server,Agent}()', '$0'),
    listener('http.{createServer,createSecureServer,Server}()'),
    { kind: 'body-size', at: 'IncomingMessage.on("data")', options: { pieces: { from: ['$1'] } } },
    ...allowOriginConfigs(['ServerResponse.setHeader']),
    ...ALLOW_ORIGIN.map((name) => ({
      kind: 'cors' as const,
      at: 'ServerResponse.writeHead()',
      options: { origin: { from: [`$1.${name}`, `$2.${name}`] } },
    })),
    ...securityHeaderConfigs(['ServerResponse.setHeader']),
    ...headerObjectConfigs('ServerResponse.writeHead()', '$1', '$2'),
    tlsConfig('Agent()', '$0.rejectUnauthorized'),
    ...['request()', 'get()'].map((at) => ({
      kind: 'tls-client' as const,
      at,
      options: {
        verify: { from: ['$1.rejectUnauthorized', '$0.rejectUnauthorized'] },
        hostname: { from: ['$1.checkServerIdentity', '$0.checkServerIdentity'] },
      },
      fix: { verify: '$0.rejectUnauthorized = true', hostname: '$0.checkServerIdentity -' },
    })),
    {
      kind: 'tls-client',
      at: 'Agent()',
      options: { hostname: { from: ['$0.checkServerIdentity'] } },
      fix: { hostname: '$0.checkServerIdentity -' },
    },
  ],
  propagators: ends('request()', 'get()', 'ServerResponse.{write,end,setHeader,writeHead}()', 'Agent()'),
});
