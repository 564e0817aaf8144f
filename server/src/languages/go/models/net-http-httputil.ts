import { model } from '../../../facts/model';

export default model({
  library: 'net/http/httputil',
  sinks: { url: ['NewSingleHostReverseProxy($0)'] },
  propagators: [
    { at: 'NewSingleHostReverseProxy()', to: [] },
    { at: 'httputil.{DumpRequest,DumpRequestOut,DumpResponse}()', from: ['$0'], to: ['result[0]'] },
  ],
});
