import { model } from '../../../facts/model';

export default model({
  library: 'ws',
  types: {
    Server: ['Server()', 'WebSocketServer()', 'WebSocket.Server()', 'type ws#WebSocketServer', 'type ws#Server'],
    Client: ['Server.on("connection", $1).param(0)', 'Server.clients[]'],
    Request: ['Server.on("connection", $1).param(1)'],
  },
  extends: { Request: ['http:IncomingMessage'] },
  sources: {
    remote: [
      'Client.{on,once,addListener}("message", $1).param(0)',
      'Client.addEventListener("message", $1).param(0).data',
    ],
  },
  sinks: { url: ['ws($0)', 'WebSocket($0)'] },
  configs: ['ws()', 'WebSocket()'].map((at) => ({
    kind: 'tls-client' as const,
    at,
    options: { verify: { from: ['$2.rejectUnauthorized', '$1.rejectUnauthorized'] } },
    fix: { verify: '$2.rejectUnauthorized = true' },
  })),
  propagators: [{ at: 'Client.send()', to: [] }],
});
