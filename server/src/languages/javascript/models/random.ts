import { model } from '../../../facts/model';

/** Generators for games and tests. */
export default model({
  library: 'random',
  aliases: [
    'seedrandom',
    'random-js',
    'chance',
    'random-number',
    'random-int',
    'math-random',
    'uniqid',
    'random-seed',
    'pure-rand',
    'random-float',
    'random-item',
    'unique-random',
  ],
  types: { Generator: ['Random()', 'Chance()', 'random.create()'] },
  sources: {
    'weak-random': [
      'random()',
      'random.{int,integer,float,real,uniform,string,hash,guid,uuid4,pick,character,bool}()',
      'Generator.{int,integer,real,string,hash,guid,uuid4,hex,pick,float,character,bool,d6}()',
    ],
  },
});
