import { model } from '../../../facts/model';

export default model({
  library: 'org.jsoup',
  types: {
    Connection: ['type org.jsoup.Connection', 'Jsoup.connect()', 'Connection.{url,timeout,userAgent,header,data}()'],
  },
  sinks: { url: ['Jsoup.connect($0)', 'Connection.url($0)'] },
  sanitizers: [{ at: 'Jsoup.clean()', cleans: ['html'] }],
  propagators: [
    { at: 'Connection.{get,post,execute}()', to: [] },
    { at: 'Jsoup.{parse,parseBodyFragment}()', from: ['$0'] },
  ],
});
