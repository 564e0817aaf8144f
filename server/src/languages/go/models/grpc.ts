import { model } from '../../../facts/model';

export default model({
  library: 'google.golang.org/grpc',
  sinks: { url: ['grpc.{Dial,NewClient}($0)', 'DialContext($1)'] },
  propagators: [{ at: 'grpc.{Dial,NewClient,DialContext}()', to: [] }],
});
