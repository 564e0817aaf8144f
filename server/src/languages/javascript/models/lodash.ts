import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'lodash',
  aliases: ['lodash-es', 'underscore', 'lodash/fp'],
  sources: { 'weak-random': ['lodash.{random,sample,sampleSize,shuffle}()'] },
  sinks: {
    template: ['lodash.template($0)'],
  },
  sanitizers: [
    { at: 'lodash.{pick,pickBy}()', cleans: ['model-fields'] },
    { at: 'lodash.escape()', cleans: ['html'] },
    { at: 'lodash.escapeRegExp()', cleans: ['regex'] },
    {
      at: 'lodash.{toNumber,toInteger,toFinite,toLength,toSafeInteger,size,isEmpty,isEqual,isString,isNumber,isInteger,isArray,isObject,isNil,includes,has,startsWith,endsWith,findIndex,indexOf,sum,max,min,clamp,inRange,parseInt}()',
      cleans: 'all',
    },
  ],
  guards: [
    { at: 'lodash.includes($1)', collection: '$0', cleans: 'all', kind: 'membership' },
    { at: 'lodash.has($1)', collection: '$0', cleans: 'all', kind: 'membership' },
    { at: 'lodash.{isNumber,isInteger,isFinite,isSafeInteger}($0)', cleans: 'all' },
  ],
  propagators: [
    ...ends('lodash.{noop,now,uniqueId}()'),
    { at: 'lodash.{assign,extend,merge,defaults,defaultsDeep,assignIn}()', to: ['$0', 'result'] },
    { at: 'lodash.set()', from: ['$2'], to: ['$0', 'result'] },
  ],
  operations: {
    'string.upper': ['lodash.toUpper()'],
    'string.lower': ['lodash.toLower()'],
    'string.of': ['lodash.toString()'],
    identity: ['lodash.{cloneDeep,clone,identity,debounce,throttle,once}()'],
    'object.keys': ['lodash.keys()'],
    'object.values': ['lodash.values()'],
    'object.assign': ['lodash.assign()'],
  },
  configs: [
    {
      kind: 'deep-merge',
      at: 'lodash.{merge,mergeWith,defaultsDeep}()',
      options: { safe: { from: [], unsetBy: { 'lodash <4.17.12': false } }, input: { from: ['$1', '$2', '$3'] } },
    },
    {
      kind: 'deep-merge',
      at: 'lodash.{set,setWith,zipObjectDeep}()',
      options: { safe: { from: [], unsetBy: { 'lodash <4.17.17': false } }, input: { from: ['$1'] } },
    },
  ],
});
