import { model } from '../../../facts/model';
import { textLength } from './_words';

export default model({
  library: 'class-validator',
  configs: [
    textLength('MinLength()', ['$0'], []),
    textLength('MaxLength()', [], ['$0']),
    textLength('Length()', ['$0'], ['$1']),
  ],
});
