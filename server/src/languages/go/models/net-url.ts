import { model } from '../../../facts/model';

export default model({
  library: 'net/url',
  types: {
    Address: [
      'type net/url#URL',
      'url.{Parse,ParseRequestURI}()[0]',
      'Address.{JoinPath,ResolveReference}()',
      'net/http:Request.URL',
    ],
    Values: [
      'type net/url#Values',
      'Values()',
      'Address.Query()',
      'ParseQuery()[0]',
      'net/http:Request.{Form,PostForm}',
    ],
    Words: [
      'Values.{Get,Encode}()',
      'Values[][]',
      'Address.{String,Hostname,Port,EscapedPath,RequestURI}()',
      'url.{QueryEscape,PathEscape}()',
    ],
  },
  extends: { Words: [':Text'] },
  sanitizers: [
    { at: 'url.{QueryEscape,PathEscape}()', cleans: ['url', 'redirect', 'html', 'log', 'header', 'path'] },
    { at: 'Values.Encode()', cleans: ['url', 'redirect', 'html', 'log', 'header'] },
    { at: 'Values.Has()', cleans: 'all' },
    { at: 'Address.IsAbs()', cleans: 'all' },
    // Quoted line breaks.
    { at: 'Address.{String,EscapedPath}()', cleans: ['log', 'header'] },
  ],
  guards: [
    // An address without a host of its own stays where it is.
    { at: 'Address.IsAbs($this)', when: false, cleans: ['redirect'] },
  ],
  propagators: [
    { at: 'url.{Parse,ParseRequestURI}()', from: ['$0'], to: ['result[0]'] },
    { at: 'ParseQuery()', from: ['$0'], to: ['result[0]'] },
    { at: 'url.{QueryUnescape,PathUnescape}()', from: ['$0'], to: ['result[0]'], restores: true },
    { at: 'JoinPath()', from: ['$*'], to: ['result[0]'] },
    { at: 'Values.{Get,Encode}()', from: ['$this'] },
    { at: 'Values.{Set,Add}()', from: ['$1'], to: ['$this'] },
    { at: 'Values.Del()', to: [] },
    { at: 'Address.{JoinPath,ResolveReference}()', from: ['$this', '$*'] },
    { at: 'Address.{Query,String,Hostname,Port,EscapedPath,RequestURI,Redacted}()', from: ['$this'] },
  ],
});
