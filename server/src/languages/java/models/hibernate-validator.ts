import { model } from '../../../facts/model';
import { textLength } from './_words';

export default model({
  library: 'org.hibernate.validator.constraints',
  configs: [textLength('Length()')],
});
