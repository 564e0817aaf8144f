import { model } from '../../../facts/model';

export default model({
  library: 'github.com/unrolled/secure',
  aliases: ['github.com/gin-contrib/secure', 'github.com/gin-contrib/helmet', 'github.com/danielkov/gin-helmet'],
  configs: [{ kind: 'security-headers', at: 'secure.{New,Default}()', options: {} }],
});
