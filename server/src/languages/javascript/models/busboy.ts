import { model } from '../../../facts/model';

export default model({
  library: 'busboy',
  aliases: ['connect-busboy', '@fastify/busboy', 'async-busboy'],
  types: { Form: ['busboy()', 'Busboy()', 'express:Request.busboy'] },
  sources: {
    remote: [
      'Form.on("field", $1).param(1)',
      'Form.on("file", $1).param(1)',
      'Form.on("file", $1).param(2)',
      'Form.on("file", $1).param(2).filename',
    ],
  },
});
