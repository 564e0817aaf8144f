import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.http.client.fluent',
  aliases: ['org.apache.hc.client5.http.fluent'],
  sinks: { url: ['Request.{Get,Post,Put,Patch,Delete,Head,Options,get,post,put,patch,delete,head,options}($0)'] },
  propagators: [{ at: 'Request.{Get,Post,Put,Delete,Head,get,post,put,delete}()', to: [] }],
});
