import { model } from '../../../facts/model';
import { ends, tlsConfig } from './_words';

const QUERIES = ['$0.query.query_string.query', '$0.body.query.query_string.query', '$0.q'];
const SCRIPTS = ['$0.script', '$0.script.source', '$0.body.script', '$0.body.script.source', '$0.body.script.inline'];

export default model({
  library: '@elastic/elasticsearch',
  aliases: ['elasticsearch', '@opensearch-project/opensearch'],
  types: { Db: ['Client()', 'type @elastic/elasticsearch#Client', 'type @opensearch-project/opensearch#Client'] },
  sinks: {
    nosql: [
      { at: 'Db.search($0.body)', objectsOnly: true },
      { at: 'Db.search($0.query)', objectsOnly: true },
      ...QUERIES.map((where) => ({ at: `Db.{search,count,deleteByQuery,updateByQuery}(${where})`, variant: 'script' })),
      ...SCRIPTS.map((where) => ({ at: `Db.{search,update,updateByQuery}(${where})`, variant: 'script' })),
    ],
  },
  configs: [tlsConfig('Client()', '$0.tls.rejectUnauthorized'), tlsConfig('Client()', '$0.ssl.rejectUnauthorized')],
  propagators: ends('Db.*()'),
});
