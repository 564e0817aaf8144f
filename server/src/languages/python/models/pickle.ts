import { model } from '../../../facts/model';

export default model({
  library: 'pickle',
  aliases: ['cPickle', '_pickle', 'dill', 'cloudpickle'],
  sinks: {
    deserialization: ['loads($0)', { at: 'load($0)', fix: { json: '@{json}.load($value)' } }, 'Unpickler($0)'],
  },
});
