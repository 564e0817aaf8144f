import { model } from '../../../facts/model';

const DRAWS =
  '{random,randint,randrange,choice,choices,sample,shuffle,uniform,getrandbits,randbytes,triangular,betavariate,gauss,normalvariate,expovariate,lognormvariate,vonmisesvariate,gammavariate,paretovariate,weibullvariate}';

export default model({
  library: 'random',
  // `SystemRandom` draws from the operating system.
  sources: { 'weak-random': [`random.${DRAWS}()`, `random.Random().${DRAWS}()`] },
  propagators: [
    { at: 'random.{choice,choices,sample}()', from: ['$0'] },
    { at: 'random.seed()', to: [] },
  ],
});
