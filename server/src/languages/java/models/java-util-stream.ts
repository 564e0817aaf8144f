import { model } from '../../../facts/model';

export default model({
  library: 'java.util.stream',
  types: {
    Items: [
      'type java.util.stream.Stream',
      'Stream.of()',
      'java.util:Items.stream()',
      'java.util:Names.stream()',
      'Items.{filter,map,flatMap,mapToObj,sorted,distinct,limit,skip,peek,parallel,sequential,takeWhile,dropWhile}()',
      'Stream.concat()',
      'java.util:Maybe.stream()',
    ],
    Joining: ['Collectors.joining()'],
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
    'collection.iterator': [
      'Items.{sorted,distinct,limit,skip,parallel,sequential,toList,toArray,iterator}()',
      'java.util:Items.{stream,parallelStream}()',
      'java.util:Names.{stream,parallelStream}()',
      'java.util:Maybe.stream()',
    ],
    'callback.collect': ['Items.collect()'],
    // What a collector does when it is given the items.
    'string.join': ['Joining()'],
    'list.first': ['Items.{findFirst,findAny,min,max}()'],
  },
});
