import { model } from '../../../facts/model';

export default model({
  library: 'flask_wtf',
  aliases: ['wtforms', 'flask_wtf.form', 'wtforms.form'],
  types: { FieldSet: ['FlaskForm()', 'Form()', 'type flask_wtf#FlaskForm', 'type wtforms#Form'] },
  sources: { remote: ['FieldSet.*.data', 'FieldSet.data'] },
});
