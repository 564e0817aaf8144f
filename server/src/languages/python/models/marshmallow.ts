import { model } from '../../../facts/model';
import { textLength } from './_words';

export default model({
  library: 'marshmallow',
  operations: { 'map.of': ['validate.Length()'] },
  configs: [textLength('fields.{Str,String}()', ['$validate.min'], ['$validate.max'])],
});
