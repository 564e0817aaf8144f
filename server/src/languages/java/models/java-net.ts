import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'java.net',
  types: {
    Address: [...made('java.net', 'URL'), 'Identifier.toURL()'],
    Identifier: [...made('java.net', 'URI'), 'URI.create()', 'Identifier.{resolve,normalize}()'],
    Connection: ['type java.net.URLConnection', 'type java.net.HttpURLConnection', 'Address.openConnection()'],
    Stream: made('java.net', 'Socket'),
  },
  sinks: {
    url: [
      'Address.{openConnection,openStream,getContent}($this)',
      'Socket($0)',
      { at: 'URLClassLoader($0)', deep: true },
    ],
    code: [{ at: 'URLClassLoader.newInstance($0)', deep: true, variant: 'module' }],
  },
  sanitizers: [
    // An encoded value cannot end the part of the address it stands in.
    { at: 'URLEncoder.encode()', cleans: ['url', 'redirect', 'header', 'log', 'html', 'html-script', 'path'] },
    { at: 'Identifier.getPort()', cleans: 'all' },
  ],
  propagators: [
    { at: 'URL()', from: ['$*'] },
    { at: 'URI()', from: ['$*'] },
    { at: 'URI.create()', from: ['$0'] },
    { at: 'URLDecoder.decode()', from: ['$0'], restores: true },
    {
      at: 'Identifier.{resolve,normalize,toString,toURL,getPath,getQuery,getHost,getScheme,getRawPath,getRawQuery,toASCIIString}()',
      from: ['$this', '$0'],
    },
    { at: 'Address.{toString,toExternalForm,toURI,getPath,getQuery,getHost,getFile,getProtocol}()', from: ['$this'] },
    // What comes back is the answer of another server.
    { at: 'Address.{openConnection,openStream,getContent}()', to: [] },
    { at: 'Connection.{getInputStream,getContent,getHeaderField}()', to: [] },
    { at: 'InetAddress.{getByName,getAllByName}()', to: [] },
    { at: 'Socket()', to: [] },
  ],
  configs: [
    {
      kind: 'cookie',
      at: 'HttpCookie()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1', '.setValue($0)'] },
        secure: { from: ['.setSecure($0)'] },
        httpOnly: { from: ['.setHttpOnly($0)'] },
        maxAge: { from: ['.setMaxAge($0)'] },
      },
    },
  ],
});
