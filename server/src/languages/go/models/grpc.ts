import { model } from '../../../facts/model';

export default model({
  library: 'google.golang.org/grpc',
  sinks: { url: ['{Dial,NewClient}($0)', 'DialContext($1)'] },
  propagators: [{ at: '{Dial,NewClient,DialContext}()', to: [] }],
});
