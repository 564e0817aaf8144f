import { model } from '../../../facts/model';

/** What frameworks put into every template beside the variables they are rendered with. */
export default model({
  library: '',
  sources: {
    remote: [
      'request.{args,form,values,cookies,headers,GET,POST,COOKIES,META,query_params}.*',
      'request.{args,form,values,cookies,headers,GET,POST,COOKIES,META,query_params}[]',
      'request.{args,form,values,cookies,headers,GET,POST,COOKIES,META,query_params}.get()',
    ],
  },
  operations: {
    'map.entries': ['*.items()', '*.iteritems()'],
    'map.values': ['*.values()'],
    'map.keys': ['*.keys()'],
    'map.get': ['*.get($0)'],
  },
});
