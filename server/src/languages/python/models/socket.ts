import { model } from '../../../facts/model';

export default model({
  library: 'socket',
  types: { Wire: ['socket.socket()', 'create_connection()', 'Wire.__enter__()', 'type socket#socket'] },
  sinks: {
    header: [
      { at: 'Wire.{send,sendall}($0)', fix: { neutralise: 'str($value).replace("\\r", "").replace("\\n", "")' } },
    ],
  },
  propagators: [{ at: 'Wire.{send,sendall,connect,bind,close}()', to: [] }],
});
