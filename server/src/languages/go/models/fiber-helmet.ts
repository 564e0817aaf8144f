import { model } from '../../../facts/model';

export default model({
  library: 'github.com/gofiber/fiber/v2/middleware/helmet',
  aliases: ['github.com/gofiber/fiber/v3/middleware/helmet', 'github.com/gofiber/helmet/v2'],
  configs: [{ kind: 'security-headers', at: 'New()', options: {} }],
});
