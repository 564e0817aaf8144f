import { model } from '../../../facts/model';
import { SINKS, type Sink } from '../../../facts/vocabulary';
import { each } from './_words';

const STRINGS = ['Text', '*'];
const LISTS = ['List', '*'];
const DICTS = ['Dict', '*'];

/** Functions whose result is a number or a yes or no. */
// biome-ignore format: a word list
const GIVE_NUMBERS = [
  'int', 'float', 'bool', 'complex', 'len', 'ord', 'hash', 'id', 'isinstance', 'issubclass', 'callable', 'hasattr',
  'abs', 'round', 'range', 'sum', 'divmod', 'pow', 'any', 'all', 'type',
];

/** What letters and digits alone can break out of: only where they are code or choose something by name. */
const HARMLESS_WORD: readonly Sink[] = [
  'sql',
  'nosql',
  'shell',
  'command-argument',
  'template',
  'ldap',
  'xpath',
  'html',
  'html-script',
  'path',
  'redirect',
  'xml',
  'header',
  'log',
  'regex',
];

/** What a value does that was looked up by name is all that the name decides. */
const CHOSEN_BY_NAME: readonly Sink[] = SINKS.filter((sink) => sink !== 'code' && sink !== 'secret-value');

export default model({
  library: '',
  types: {
    Text: [
      'type str',
      'type bytes',
      'str()',
      'repr()',
      'ascii()',
      'chr()',
      'hex()',
      'bytes()',
      'format()',
      'Text.{upper,lower,casefold,title,capitalize,swapcase,strip,lstrip,rstrip,replace,join,format,encode,decode}()',
      'Text.{zfill,ljust,rjust,center,expandtabs,translate,removeprefix,removesuffix,format_map}()',
      'Text[]',
    ],
    List: [
      'type list',
      'type tuple',
      'list()',
      'tuple()',
      'sorted()',
      'Text.{split,rsplit,splitlines,partition}()',
      'List.copy()',
    ],
    Dict: ['type dict', 'dict()', 'Dict.copy()', 'dict.fromkeys()'],
    Collection: ['type set', 'type frozenset', 'set()', 'frozenset()'],
    Stream: ['open()', 'Stream.__enter__()'],
  },
  literals: { string: 'Text', bytes: 'Text', list: 'List', tuple: 'List', object: 'Dict', set: 'Collection' },
  sources: {
    environment: ['input()'],
    file: ['Stream.{read,readline,readlines}()', 'Stream[]'],
  },
  sinks: {
    'address-test': each(STRINGS, '.{startswith,endswith,find}($this)'),
    code: [
      { at: 'eval($0)', fix: { safe: '@{ast}.literal_eval($0)' } },
      'exec($0)',
      'compile($0)',
      { at: '__import__($0)', variant: 'module' },
      // Only what is called afterwards is behaviour chosen by name; reading a value by name is common and mostly harmless.
      { at: 'getattr()($this)', variant: 'method' },
    ],
    path: ['open($0)', 'open($file)'],
    log: ['print($*)'],
  },
  sanitizers: [
    ...each(GIVE_NUMBERS, '()').map((at) => ({ at, cleans: 'all' as const })),
    ...each(
      STRINGS,
      '.{isdigit,isdecimal,isnumeric,isalnum,isalpha,isidentifier,isspace,startswith,endswith,count,find,rfind,index,rindex}()',
    ).map((at) => ({ at, cleans: 'all' as const })),
    // Without the sign that opens an element there is none, and a text of JSON stays inside of its script.
    ...['\\u003c', '\\u003C', '\\x3c'].flatMap((text) =>
      each(STRINGS, `.replace("<", "${text}")`).map((at) => ({
        at,
        cleans: ['html', 'html-script'] as const,
        of: '$this',
      })),
    ),
    // Quoted as in source text: line breaks become visible.
    { at: 'repr()', cleans: ['log', 'header'] },
    { at: 'ascii()', cleans: ['log', 'header'] },
    // Whoever names the member chooses what is done, not what is in it.
    { at: 'getattr()', cleans: CHOSEN_BY_NAME, of: '$1' },
    ...each(STRINGS, '.splitlines()').map((at) => ({ at, cleans: ['log', 'header'] as const })),
    ...each(STRINGS, '.encode("unicode_escape")').map((at) => ({ at, cleans: ['log', 'header'] as const })),
  ],
  guards: [
    ...each(STRINGS, '.{isdigit,isdecimal,isnumeric}($this)').map((at) => ({ at, cleans: 'all' as const })),
    ...each(STRINGS, '.{isalnum,isalpha,isidentifier}($this)').map((at) => ({ at, cleans: HARMLESS_WORD })),
    // Where a path or an address begins is decided by the constant.
    ...each(STRINGS, '.startswith($this)').map((at) => ({
      at,
      cleans: ['path', 'url', 'redirect', 'html-script'] as const,
      kind: 'prefix' as const,
    })),
    // Whoever tests the type wants text or a number, not an object with operators.
    { at: 'isinstance($0)', cleans: ['nosql'] },
  ],
  propagators: [
    { at: 'print()', to: [] },
    { at: 'open()', to: [] },
    { at: 'Stream.{write,writelines,close,flush,seek,truncate}()', to: [] },
    { at: 'setattr()', from: ['$2'], to: ['$0'] },
    { at: 'super()', to: [] },
    { at: 'Text.{format_map,translate,center,ljust,rjust,zfill,expandtabs,removeprefix,removesuffix}()' },
    ...each(
      ['min', 'max', 'zip', 'enumerate', 'filter', 'bytes', 'bytearray', 'memoryview', 'repr', 'ascii'],
      '()',
    ).map((at) => ({ at })),
    { at: 'eval()', from: ['$0'] },
    { at: 'getattr()', from: ['$0', '$1'] },
    { at: 'exec()', to: [] },
  ],
  operations: {
    conversion: ['Text.{encode,decode}()'],
    'string.concat': ['Text.__add__()'],
    'string.replaceAll': each(STRINGS, '.replace()'),
    'string.split': each(STRINGS, '.{split,rsplit,splitlines}()'),
    'string.join': each(STRINGS, '.join()'),
    'string.upper': each(STRINGS, '.upper()'),
    'string.lower': each(STRINGS, '.{lower,casefold}()'),
    'string.trim': each(STRINGS, '.{strip,lstrip,rstrip}()'),
    'string.length': ['len()'],
    'string.indexOf': each(STRINGS, '.{find,index}()'),
    'string.startsWith': each(STRINGS, '.startswith()'),
    'string.endsWith': each(STRINGS, '.endswith()'),
    'string.contains': each(STRINGS, '.__contains__()'),
    'string.equals': each(STRINGS, '.__eq__()'),
    'string.format': each(STRINGS, '.format()'),
    'string.of': ['str()', 'format()'],
    'list.add': [...each(LISTS, '.append()'), 'Collection.add()', '*.add()'],
    'list.insert': each(LISTS, '.insert()'),
    'list.addAll': each(LISTS, '.extend()'),
    'list.remove': ['List.remove()'],
    'list.pop': ['List.pop()', '*.pop()'],
    // A slice; a single element is no call.
    'string.slice': ['Text.__getitem__()'],
    'list.slice': ['List.__getitem__()'],
    'map.getOrDefault': each(DICTS, '.get()'),
    'map.setDefault': each(DICTS, '.setdefault()'),
    'map.remove': ['Dict.pop()'],
    'map.values': each(DICTS, '.values()'),
    'map.keys': each(DICTS, '.keys()'),
    'map.entries': each(DICTS, '.items()'),
    'map.putAll': each(DICTS, '.update()'),
    'map.put': ['Dict.__setitem__()'],
    'map.of': ['dict()'],
    'collection.clear': ['List.clear()', 'Dict.clear()', 'Collection.clear()'],
    'collection.iterator': ['iter()'],
    'iterator.next': ['next()'],
    'callback.map': ['map()'],
    'callback.filter': ['filter()'],
    identity: ['list()', 'tuple()', 'set()', 'frozenset()', 'sorted()', 'reversed()', 'List.copy()', 'Dict.copy()'],
    'object.get': ['getattr()'],
    'object.set': ['setattr()'],
    'number.parse': ['int()', 'float()'],
    'number.abs': ['abs()'],
    'control.exit': ['exit()', 'quit()'],
  },
  scalarTypes: [
    'int',
    'float',
    'bool',
    'complex',
    'None',
    'decimal#Decimal',
    'fractions#Fraction',
    'uuid#UUID',
    'datetime#datetime',
    'datetime#date',
    'datetime#time',
    'datetime#timedelta',
    'enum#Enum',
    'enum#IntEnum',
    'pydantic#PositiveInt',
    'pydantic#NonNegativeInt',
    'pydantic#NegativeInt',
    'pydantic#PositiveFloat',
    'pydantic#StrictInt',
    'pydantic#StrictBool',
    'pydantic#UUID4',
    'pydantic#IPvAnyAddress',
    'ipaddress#IPv4Address',
    'ipaddress#IPv6Address',
  ],
  immutableTypes: ['str', 'bytes', 'int', 'float', 'bool', 'tuple', 'frozenset', 'pathlib#Path', 'pathlib#PurePath'],
});
