import { model } from '../../../facts/model';
import { connection } from './_words';

export default model({
  library: 'github.com/gorilla/websocket',
  types: {
    Dialer: ['DefaultDialer', 'Dialer()', 'type github.com/gorilla/websocket#Dialer'],
    Link: ['type github.com/gorilla/websocket#Conn', 'Upgrader().Upgrade()[0]'],
  },
  sources: { remote: ['Link.ReadMessage()[1]', 'Link.ReadJSON($0)'] },
  sinks: { url: ['Dialer.Dial($0)', 'Dialer.DialContext($1)'] },
  configs: [connection('Dialer.Dial()', '$0'), connection('Dialer.DialContext()', '$1')],
});
