import { model } from '../../../facts/model';

export default model({
  library: 'com.google.common',
  types: {
    Items: [
      'type com.google.common.collect.ImmutableList',
      'collect.ImmutableList.{of,copyOf}()',
      'collect.Lists.{newArrayList,newLinkedList}()',
    ],
    Names: [
      'type com.google.common.collect.ImmutableSet',
      'collect.ImmutableSet.{of,copyOf}()',
      'collect.Sets.{newHashSet,newLinkedHashSet}()',
    ],
    Table: [
      'type com.google.common.collect.ImmutableMap',
      'collect.ImmutableMap.{of,copyOf}()',
      'collect.Maps.{newHashMap,newLinkedHashMap}()',
    ],
  },
  extends: { Items: ['java.util:Items'], Names: ['java.util:Names'], Table: ['java.util:Table'] },
  sinks: {
    path: [
      'io.Files.{toByteArray,asByteSource,asCharSource,asByteSink,asCharSink,newReader,newWriter,readLines,touch,createParentDirs}($0)',
      'io.Files.{copy,move,write}($0)',
      'io.Files.{copy,move,write}($1)',
    ],
  },
  sanitizers: [
    { at: 'html.HtmlEscapers.htmlEscaper().escape()', cleans: ['html'] },
    { at: 'xml.XmlEscapers.{xmlContentEscaper,xmlAttributeEscaper}().escape()', cleans: ['html'] },
    {
      at: 'net.UrlEscapers.{urlFormParameterEscaper,urlPathSegmentEscaper}().escape()',
      cleans: ['url', 'redirect', 'html', 'header'],
    },
    { at: 'primitives.{Ints,Longs,Doubles,Floats}.tryParse()', cleans: 'all' },
    { at: 'io.Files.{getFileExtension,getNameWithoutExtension}()', cleans: ['path'] },
    { at: 'base.Strings.isNullOrEmpty()', cleans: 'all' },
  ],
  propagators: [{ at: 'io.ByteStreams.toByteArray()', from: ['$0'] }],
  operations: {
    'collection.of': [
      'collect.{ImmutableList,ImmutableSet}.{of,copyOf}()',
      'collect.Lists.{newArrayList,newLinkedList}()',
      'collect.Sets.{newHashSet,newLinkedHashSet}()',
    ],
    'map.of': ['collect.ImmutableMap.of()'],
    identity: ['base.Preconditions.checkNotNull()', 'base.Strings.nullToEmpty()'],
    'optional.of': ['base.Optional.{of,fromNullable}()'],
  },
  configs: [
    {
      kind: 'hash',
      at: 'hash.Hashing.md5()',
      options: { algorithm: { from: [], unset: 'MD5' } },
      fix: { to: 'sha256' },
    },
    {
      kind: 'hash',
      at: 'hash.Hashing.sha1()',
      options: { algorithm: { from: [], unset: 'SHA-1' } },
      fix: { to: 'sha256' },
    },
  ],
});
