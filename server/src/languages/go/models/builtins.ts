import { model } from '../../../facts/model';

// biome-ignore format: a word list
const NUMBERS = [
  'int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr', 'float32',
  'float64', 'complex64', 'complex128', 'bool', 'byte', 'rune',
];

export default model({
  library: '',
  types: {
    Text: ['type string', 'type byte[]', 'type rune[]', 'string()', 'Text.slice()'],
    List: ['type string[]', 'type byte[][]', 'type any[]', 'List.slice()'],
    Table: [
      'type map<string,string>',
      'type map<string,string[]>',
      'type map<string,any>',
      'type map<string,interface{}>',
    ],
  },
  literals: { string: 'Text', bytes: 'Text', list: 'List', object: 'Table' },
  // What a failure says. The value itself is followed nowhere: it is looked at far more often than told.
  sources: { error: ['*.Error()'] },
  sanitizers: [
    { at: 'len()', cleans: 'all' },
    { at: 'cap()', cleans: 'all' },
    ...NUMBERS.map((name) => ({ at: `${name}()`, cleans: 'all' as const })),
  ],
  propagators: [
    // Of a list of bytes or characters, too.
    { at: 'string()', from: ['$0'] },
    { at: 'min()' },
    { at: 'max()' },
    { at: 'copy()', from: ['$1'], to: ['$0'] },
    ...['print', 'println', 'delete', 'clear', 'close', 'make', 'new', 'recover'].map((name) => ({
      at: `${name}()`,
      to: [],
    })),
  ],
  operations: {
    identity: ['string()'],
    'string.length': ['len()'],
    'string.slice': ['Text.slice()', '*.slice()'],
    'list.slice': ['List.slice()'],
  },
  scalarTypes: [
    ...NUMBERS,
    // Messages of errors are for people; what they quote of a request is not followed.
    'error',
    'time#Time',
    'time#Duration',
    'time#Month',
    'time#Weekday',
    'math/big#Int',
    'net#IP',
    'net/netip#Addr',
    'database/sql#NullInt64',
    'database/sql#NullInt32',
    'database/sql#NullBool',
    'database/sql#NullFloat64',
    'database/sql#NullTime',
    'github.com/google/uuid#UUID',
    'github.com/gofrs/uuid#UUID',
    'github.com/satori/go.uuid#UUID',
    'github.com/shopspring/decimal#Decimal',
    'go.mongodb.org/mongo-driver/bson/primitive#ObjectID',
    'go.mongodb.org/mongo-driver/v2/bson#ObjectID',
  ],
  immutableTypes: ['string', ...NUMBERS, 'error', 'time#Time', 'time#Duration', 'regexp#Regexp'],
});
