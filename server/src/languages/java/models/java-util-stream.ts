import { model } from '../../../facts/model';

export default model({
  library: 'java.util.stream',
  types: {
    Items: [
      'type java.util.stream.Stream',
      'Stream.of()',
      'java.util:Items.stream()',
      'java.util:Names.stream()',
      'Items.{filter,map,flatMap,sorted,distinct,limit,skip,peek,parallel}()',
    ],
  },
  sanitizers: [
    { at: 'Items.{count,anyMatch,allMatch,noneMatch}()', cleans: 'all' },
    { at: 'Items.{mapToInt,mapToLong,mapToDouble}()', cleans: 'all' },
  ],
  operations: {
    'callback.each': ['Items.{forEach,forEachOrdered,peek}()'],
    'callback.map': ['Items.{map,flatMap,mapToObj}()'],
    'callback.filter': ['Items.{filter,takeWhile,dropWhile}()'],
    'callback.reduce': ['Items.reduce()'],
    'collection.of': ['Stream.of()'],
    identity: [
      'Items.{sorted,distinct,limit,skip,parallel,sequential,toList,toArray}()',
      'java.util:Items.{stream,parallelStream}()',
      'java.util:Names.{stream,parallelStream}()',
    ],
  },
});
