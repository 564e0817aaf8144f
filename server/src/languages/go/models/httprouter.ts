import { model } from '../../../facts/model';

export default model({
  library: 'github.com/julienschmidt/httprouter',
  types: {
    Params: ['type github.com/julienschmidt/httprouter#Params', 'ParamsFromContext()'],
    Words: ['Params.ByName()', 'Params[].Value'],
  },
  extends: { Words: [':Text'] },
  sources: { remote: ['Params.ByName()', 'Params[].Value'] },
});
