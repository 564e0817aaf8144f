import { model } from '../../../facts/model';
import { means, textLength } from './_words';

const { options, ...rest } = textLength(
  'PasswordField()',
  ['$validators[].min', '$1[].min'],
  ['$validators[].max', '$1[].max'],
);

export default model({
  library: 'wtforms',
  operations: { 'map.of': ['validators.Length()'] },
  configs: [{ ...rest, options: { ...options, name: means('password') } }],
});
