import { model } from '../../../facts/model';

export default model({
  library: 'formidable',
  aliases: ['multiparty'],
  types: { Form: ['formidable()', 'IncomingForm()', 'formidable.formidable()'] },
  sources: {
    remote: [
      'Form.parse($1).param(1)',
      'Form.parse($1).param(2).*.{originalFilename,name,mimetype}',
      'Form.parse()[0]',
      'Form.on("field", $1).param(1)',
    ],
  },
});
