import { model } from '../../../facts/model';
import { ends } from './_words';

const VERBS = '{get,delete,head,options,post,put,patch,postForm,putForm,patchForm,getUri}';

export default model({
  library: 'axios',
  aliases: ['redaxios', 'axios/dist/axios'],
  types: {
    Client: [
      'axios.create()',
      'Axios()',
      'axios.default',
      'type axios#AxiosInstance',
      'type axios#AxiosStatic',
      'type axios#Axios',
    ],
  },
  sinks: {
    url: ['axios', 'Client'].flatMap((root) => [
      `${root}($0)`,
      `${root}($0.url)`,
      `${root}($0.baseURL)`,
      `${root}.${VERBS}($0)`,
      `${root}.{get,delete,head,options}($1.baseURL)`,
      `${root}.{post,put,patch}($2.baseURL)`,
      `${root}.request($0.url)`,
      `${root}.request($0.baseURL)`,
    ]),
  },
  propagators: ends('axios()', 'axios.*()', 'Client()', 'Client.*()'),
});
