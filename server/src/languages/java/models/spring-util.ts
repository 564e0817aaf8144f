import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.util',
  sanitizers: [
    { at: 'StringUtils.getFilename()', cleans: ['path'] },
    { at: 'StringUtils.{hasText,hasLength,isEmpty}()', cleans: 'all' },
    { at: 'DigestUtils.md5DigestAsHex()', cleans: 'all' },
  ],
  propagators: [
    // Only writes the path in one way; what climbs up still does.
    { at: 'StringUtils.cleanPath()', from: ['$0'] },
    { at: 'StringUtils.{trimWhitespace,capitalize,replace,delete}()', from: ['$0'] },
    { at: 'StringUtils.tokenizeToStringArray()', from: ['$0'] },
  ],
  sinks: {
    path: ['ResourceUtils.{getFile,getURL}($0)'],
    code: [{ at: 'ClassUtils.{forName,resolveClassName}($0)', variant: 'class-name' }],
  },
  configs: [
    {
      kind: 'hash',
      at: 'DigestUtils.{md5Digest,md5DigestAsHex}()',
      options: { algorithm: { from: [], unset: 'MD5' } },
    },
  ],
});
