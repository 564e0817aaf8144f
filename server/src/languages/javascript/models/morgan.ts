import { model } from '../../../facts/model';

export default model({
  library: 'morgan',
  types: { Request: ['token($1).param(0)', 'morgan($0).param(1)'] },
  extends: { Request: ['express:Request'] },
  sinks: { log: ['token($1).return', 'morgan($0).return'] },
});
