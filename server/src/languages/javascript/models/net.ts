import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'net',
  types: {
    Client: ['connect()', 'createConnection()', 'Socket()', 'Socket().connect()', 'Client.connect()'],
    Peer: ['createServer($*).param(0)', 'Server.on("connection", $1).param(0)'],
    Server: ['createServer()', 'type net#Server'],
  },
  sources: { remote: ['Peer.{on,once}("data", $1).param(0)'] },
  sinks: {
    // Whoever writes to a socket writes the protocol's own lines.
    header: ['Client.{write,end}($0)'],
    url: [
      'connect($0.host)',
      'connect($1)',
      'createConnection($0.host)',
      'createConnection($1)',
      'Client.connect($0.host)',
      'Client.connect($1)',
    ],
  },
  propagators: ends('connect()', 'createConnection()', 'Client.connect()'),
});
