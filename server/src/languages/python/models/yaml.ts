import type { Literal } from '../../../facts/model';
import { model } from '../../../facts/model';

const names = (...loaders: string[]): Literal[] => loaders.flatMap((name) => [name, `yaml.${name}`]);

/** Loaders that build any object the document names. */
const OPEN = names('Loader', 'UnsafeLoader', 'CLoader', 'CUnsafeLoader');
const LOOSE = [...OPEN, ...names('FullLoader', 'CFullLoader')];

const SAFE = { safe: '@{yaml#safe_load}($0)' };
const SAFE_ALL = { safe: '@{yaml#safe_load_all}($0)' };

export default model({
  library: 'yaml',
  sinks: {
    deserialization: [
      { at: 'load($0)', when: { $Loader: LOOSE }, fix: SAFE },
      { at: 'load($0)', when: { $1: LOOSE }, fix: SAFE },
      { at: 'load($0)', when: { $Loader: undefined, $1: undefined }, fix: SAFE },
      { at: 'load_all($0)', when: { $Loader: LOOSE }, fix: SAFE_ALL },
      { at: 'load_all($0)', when: { $1: LOOSE }, fix: SAFE_ALL },
      { at: 'load_all($0)', when: { $Loader: undefined, $1: undefined }, fix: SAFE_ALL },
      { at: 'unsafe_load($0)', fix: SAFE },
      { at: 'unsafe_load_all($0)', fix: SAFE_ALL },
      { at: 'full_load($0)', fix: SAFE },
      { at: 'full_load_all($0)', fix: SAFE_ALL },
    ],
  },
  propagators: ['load', 'safe_load', 'load_all', 'safe_load_all'].map((name) => ({ at: `${name}()`, from: ['$0'] })),
  configs: [
    {
      kind: 'deserializer',
      at: 'load()',
      when: { $Loader: OPEN },
      options: { safe: { from: [], unset: false }, input: { from: ['$0', '$stream'] } },
      fix: SAFE,
    },
    {
      kind: 'deserializer',
      at: 'unsafe_load()',
      options: { safe: { from: [], unset: false }, input: { from: ['$0', '$stream'] } },
      fix: SAFE,
    },
  ],
});
