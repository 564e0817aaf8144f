import { model } from '../../../facts/model';
import { bodySize } from './_words';

const LIMITS = ['jsonLimit', 'formLimit', 'textLimit'];

export default model({
  library: 'koa-body',
  aliases: ['koa-bodyparser', '@koa/bodyparser'],
  configs: ['koa-body()', 'koaBody()', 'bodyParser()'].flatMap((at) =>
    LIMITS.map((name) => bodySize(at, `$0.${name}`)),
  ),
});
