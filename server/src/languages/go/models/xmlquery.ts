import { model } from '../../../facts/model';

export default model({
  library: 'github.com/antchfx/xmlquery',
  aliases: ['github.com/antchfx/htmlquery', 'github.com/antchfx/jsonquery'],
  types: { Node: ['type github.com/antchfx/xmlquery#Node', 'xmlquery.{Parse,LoadDoc,LoadURL}()[0]'] },
  sinks: {
    xpath: ['xmlquery.{Find,FindOne,Query,QueryAll,FindEach}($1)', 'Node.{SelectElement,SelectElements}($0)'],
    url: ['LoadURL($0)'],
    path: ['LoadDoc($0)'],
  },
  propagators: [{ at: 'xmlquery.{Find,FindOne,Query,QueryAll,Parse,LoadDoc,LoadURL}()', to: [] }],
});
