import { model } from '../../../facts/model';

export default model({
  library: 'express-promise-router',
  types: { Router: ['express-promise-router()'] },
});
