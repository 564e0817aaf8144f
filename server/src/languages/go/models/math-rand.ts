import { model } from '../../../facts/model';

const NUMBERS =
  '{Int,Intn,IntN,Int31,Int31n,Int32,Int32N,Int63,Int63n,Int64,Int64N,Uint32,Uint32N,Uint64,Uint64N,Float32,Float64,N,Perm,ExpFloat64,NormFloat64}()';

export default model({
  library: 'math/rand',
  aliases: ['math/rand/v2', 'golang.org/x/exp/rand'],
  types: { Dice: ['type math/rand#Rand', 'New()'] },
  sources: {
    'weak-random': [`rand.${NUMBERS}`, `Dice.${NUMBERS}`, 'Read($0)', 'Dice.Read($0)'],
  },
  propagators: [
    { at: 'rand.{New,NewSource,Seed,NewPCG,NewChaCha8,Shuffle}()', to: [] },
    { at: 'Dice.{Seed,Shuffle}()', to: [] },
  ],
});
