import { model } from '../../../facts/model';

/** The functions of `bytes` are those of `strings`. */
export default model({
  library: 'strings',
  aliases: ['bytes'],
  types: {
    Text: [
      'strings.{ToUpper,ToLower,TrimSpace,Trim,TrimPrefix,TrimSuffix,ReplaceAll,Replace,Join,Repeat}()',
      'Builder.String()',
    ],
    Builder: [
      ...['strings', 'bytes'].flatMap((library) => [`type ${library}#Builder`, `type ${library}#Buffer`]),
      'Builder()',
      'Buffer()',
      'strings.{NewBuffer,NewBufferString}()',
    ],
    Reader: ['type strings#Reader', 'type bytes#Reader', 'NewReader()'],
    // Line breaks are what it takes away, in this order or the other.
    Lines: ['NewReplacer("\r", _, "\n")', 'NewReplacer("\n", _, "\r")', 'NewReplacer("\r\n", _, "\n", _, "\r")'],
    Exchange: ['type strings#Replacer', 'NewReplacer()'],
  },
  extends: { Text: [':Text'] },
  sinks: { 'address-test': ['strings.{HasPrefix,HasSuffix,Contains,Index}($0)'] },
  sanitizers: [
    { at: 'Lines.Replace()', cleans: ['log', 'header'] },
    {
      at: 'strings.{Contains,ContainsAny,ContainsRune,HasPrefix,HasSuffix,EqualFold,Equal,Compare,Count,Index,IndexByte,IndexAny,IndexRune,LastIndex}()',
      cleans: 'all',
    },
    { at: 'Builder.{Len,Cap}()', cleans: 'all' },
    { at: 'Reader.{Len,Size}()', cleans: 'all' },
  ],
  guards: [
    { at: 'HasPrefix($0)', collection: '$1', cleans: ['path', 'url', 'redirect', 'html-script'], kind: 'prefix' },
    { at: 'Contains($0, "..")', when: false, cleans: ['path'] },
    { at: 'ContainsAny($0, "/\\\\")', when: false, cleans: ['path'] },
    { at: 'EqualFold($0)', collection: '$1', cleans: 'all', kind: 'membership' },
  ],
  propagators: [
    { at: 'Builder.{Write,WriteString,WriteByte,WriteRune}()', from: ['$0'], to: ['$this'] },
    { at: 'Builder.String()', from: ['$this'] },
    { at: 'Builder.ReadFrom()', from: ['$0'], to: ['$this'] },
    { at: 'Builder.WriteTo()', from: ['$this'], to: ['$0'] },
    { at: 'Builder.{Bytes,ReadString,ReadBytes}()', from: ['$this'] },
    { at: 'Builder.{Reset,Grow,Truncate}()', to: [] },
    { at: 'NewReader()', from: ['$0'] },
    { at: 'Exchange.Replace()', from: ['$0'] },
    { at: 'NewReplacer()', to: [] },
    { at: 'strings.{Map,FieldsFunc,TrimFunc,IndexFunc}()', from: ['$0', '$1'] },
  ],
  operations: {
    'string.upper': ['strings.{ToUpper,ToTitle,Title}()'],
    'string.lower': ['ToLower()'],
    'string.trim': ['TrimSpace()'],
    'string.replaceAll': ['ReplaceAll()'],
    'string.replace': ['Replace()'],
    'string.split': ['strings.{Split,SplitN,SplitAfter,Fields}()'],
    'string.join': ['Join()'],
    'string.repeat': ['Repeat()'],
    'string.contains': ['Contains()'],
    'string.startsWith': ['HasPrefix()'],
    'string.endsWith': ['HasSuffix()'],
    'string.indexOf': ['Index()'],
    'builder.append': ['Builder.{WriteString,Write}()'],
    'builder.toString': ['Builder.String()'],
    identity: ['strings.{NewBuffer,NewBufferString,Clone}()'],
  },
});
