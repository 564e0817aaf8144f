import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'java.util.concurrent',
  types: {
    Table: [
      'type java.util.concurrent.ConcurrentMap',
      ...made('java.util.concurrent', 'ConcurrentHashMap', 'ConcurrentSkipListMap'),
    ],
    Items: made(
      'java.util.concurrent',
      'CopyOnWriteArrayList',
      'ConcurrentLinkedQueue',
      'LinkedBlockingQueue',
      'ArrayBlockingQueue',
    ),
    Dice: ['type java.util.concurrent.ThreadLocalRandom', 'ThreadLocalRandom.current()'],
    Later: [
      'type java.util.concurrent.CompletableFuture',
      'type java.util.concurrent.Future',
      'CompletableFuture.{completedFuture,supplyAsync}()',
    ],
  },
  extends: { Table: ['java.util:Table'], Items: ['java.util:Items'], Dice: ['java.util:Dice'] },
  operations: {
    'promise.then': ['Later.{thenApply,thenCompose,thenAccept,thenApplyAsync,thenComposeAsync,thenAcceptAsync}()'],
    'promise.catch': ['Later.exceptionally()'],
    'promise.resolve': ['CompletableFuture.completedFuture()'],
    identity: ['Later.{get,join}()'],
    'callback.call': ['CompletableFuture.{supplyAsync,runAsync}()'],
  },
});
