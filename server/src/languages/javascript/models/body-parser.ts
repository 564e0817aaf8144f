import { model } from '../../../facts/model';
import { bodySize } from './_words';

export default model({
  library: 'body-parser',
  configs: [bodySize('body-parser.{json,urlencoded,text,raw}()', '$0.limit')],
});
