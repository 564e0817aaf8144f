import { model } from '../../../facts/model';
import { textLength } from './_words';

export default model({
  library: 'django.forms',
  configs: [
    textLength('CharField()', ['$min_length'], ['$max_length'], { min: '$min_length = 12', max: '$max_length = 128' }),
  ],
});
