import { model } from '../../../facts/model';
import { each } from './_words';

export default model({
  library: 'org.apache.hc.client5.http.classic.methods',
  sinks: {
    url: [
      ...each(
        ['HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete', 'HttpHead', 'HttpOptions', 'HttpTrace'],
        '($0)',
      ),
      ...each(['HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete'], '().setURI($0)'),
      ...each(['RequestBuilder', 'ClassicRequestBuilder'], '.{get,post,put,patch,delete,head,options}($0)'),
    ],
  },
});
