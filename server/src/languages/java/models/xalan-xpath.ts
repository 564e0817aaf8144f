import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.xpath',
  sinks: { xpath: ['XPathAPI.{selectNodeList,selectSingleNode,selectNodeIterator,eval}($1)'] },
});
