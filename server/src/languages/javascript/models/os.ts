import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'os',
  propagators: ends('os.*()'),
});
