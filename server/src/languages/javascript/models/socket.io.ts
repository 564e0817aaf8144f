import { model } from '../../../facts/model';

export default model({
  library: 'socket.io',
  types: {
    Server: ['socket.io()', 'Server()', 'socket.io.listen()', 'type socket.io#Server', 'Server.{of,in,to}()'],
    Socket: [
      'type socket.io#Socket',
      'Server.{on,once}("connection", $1).param(0)',
      'Server.{on,once}("connect", $1).param(0)',
      'Server.sockets.on("connection", $1).param(0)',
      'Server.use($0).param(0)',
    ],
  },
  sources: {
    remote: [
      'Socket.{on,once}($1).param(*)',
      'Socket.onAny($0).param(*)',
      'Socket.handshake.{query,headers,auth,url}',
      'Socket.use($0).param(0)',
    ],
  },
  configs: [
    {
      kind: 'cors',
      at: 'Server()',
      options: {
        origin: { from: ['$1.cors.origin', '$0.cors.origin'] },
        credentials: { from: ['$1.cors.credentials', '$0.cors.credentials'], unset: false },
      },
      fix: { origin: "$1.cors.origin = process.env.ALLOWED_ORIGINS.split(',')" },
    },
    {
      kind: 'cors',
      at: 'socket.io()',
      options: {
        origin: { from: ['$1.cors.origin', '$0.cors.origin'] },
        credentials: { from: ['$1.cors.credentials', '$0.cors.credentials'], unset: false },
      },
    },
  ],
  propagators: [
    { at: 'Socket.{emit,join,leave,to,in}()', to: [] },
    { at: 'Server.emit()', to: [] },
  ],
});
