import { model } from '../../../facts/model';

export default model({
  library: 'github.com/antchfx/xpath',
  aliases: ['gopkg.in/xmlpath.v2', 'github.com/go-xmlpath/xmlpath', 'gopkg.in/xmlpath.v1'],
  sinks: { xpath: ['xpath.{Compile,MustCompile,CompileWithNS}($0)'] },
  propagators: [{ at: 'xpath.{Compile,MustCompile,CompileWithNS}()', to: [] }],
});
