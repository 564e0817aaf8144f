import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

export default model({
  library: 'github.com/valyala/fasthttp',
  types: {
    Context: ['type github.com/valyala/fasthttp#RequestCtx'],
    Values: ['Context.{QueryArgs,PostArgs}()', 'type github.com/valyala/fasthttp#Args'],
  },
  sources: {
    remote: [
      'Context.{FormValue,PostBody}()',
      'Values.{Peek,PeekMulti,String,QueryString}()',
      { at: 'Context.{Path,RequestURI}()', harmlessTo: ['redirect'] },
      'Context.Request.Header.Cookie()',
    ],
  },
  sinks: {
    redirect: ['Context.{Redirect,RedirectBytes}($0)'],
    path: ['Context.SendFile($0)', 'ServeFile($1)'],
    url: ['fasthttp.{Get,GetTimeout,Post}($1)'],
    html: [{ at: 'Context.SetContentType("text/html").WriteString($0)', fix: ESCAPE_HTML }],
  },
});
