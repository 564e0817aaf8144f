import { model } from '../../../facts/model';

export default model({
  library: 'busboy',
  aliases: ['connect-busboy', '@fastify/busboy', 'async-busboy'],
  types: { Form: ['busboy()', 'Busboy()', 'express:Request.busboy'] },
  configs: [
    {
      kind: 'upload',
      at: 'busboy()',
      options: { size: { from: ['$0.limits.fileSize'], unset: 'unlimited' } },
      fix: { size: '$0.limits = { fileSize: 5_000_000, files: 1 }' },
    },
  ],
  sources: {
    remote: [
      'Form.on("field", $1).param(1)',
      'Form.on("file", $1).param(1)',
      'Form.on("file", $1).param(2)',
      'Form.on("file", $1).param(2).filename',
    ],
  },
});
