import { model } from '../../../facts/model';

export default model({
  library: 'formidable',
  aliases: ['multiparty'],
  types: { Form: ['formidable()', 'IncomingForm()', 'formidable.formidable()'] },
  configs: ['formidable()', 'IncomingForm()', 'formidable.formidable()'].map((at) => ({
    kind: 'upload' as const,
    at,
    // Two hundred megabytes at most when nothing is said.
    options: { folder: { from: ['$0.uploadDir'] }, type: { from: ['$0.filter'], unset: 'any' } },
  })),
  sources: {
    remote: [
      'Form.parse($1).param(1)',
      'Form.parse($1).param(2).*.{originalFilename,name,mimetype}',
      'Form.parse()[0]',
      'Form.on("field", $1).param(1)',
    ],
  },
});
