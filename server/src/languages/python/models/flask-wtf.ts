import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'flask_wtf',
  aliases: ['wtforms', 'flask_wtf.form', 'wtforms.form'],
  types: { FieldSet: ['FlaskForm()', 'Form()', 'type flask_wtf#FlaskForm', 'type wtforms#Form'] },
  configs: [
    {
      kind: 'forgery-protection',
      at: 'csrf.CSRFProtect().exempt()',
      options: { enabled: means(false), only: means('this') },
      fix: { remove: 'exempt', review: 'yes' },
    },
    {
      kind: 'forgery-protection',
      at: 'CSRFProtect().exempt()',
      options: { enabled: means(false), only: means('this') },
      fix: { remove: 'exempt', review: 'yes' },
    },
  ],
  sources: { remote: ['FieldSet.*.data', 'FieldSet.data'] },
});
