import { model } from '../../../facts/model';

export default model({
  library: 'flask_pymongo',
  types: { Documents: ['PyMongo().db.*', 'PyMongo().db[]', 'PyMongo().cx.*.*'] },
  extends: { Documents: ['pymongo:Documents'] },
});
