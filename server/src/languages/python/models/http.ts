import { model } from '../../../facts/model';
import { ESCAPE_HTML, sinks } from './_words';

const PAGES = ['Handler.wfile.write($0)'];

export default model({
  library: 'http',
  types: {
    Handler: ['type http.server#BaseHTTPRequestHandler', 'type http.server#SimpleHTTPRequestHandler'],
    Connection: ['client.{HTTPConnection,HTTPSConnection}()'],
  },
  sources: {
    remote: ['Handler.{path,headers,requestline}', 'Handler.rfile.{read,readline,readlines}()'],
  },
  sinks: {
    html: sinks(PAGES, { fix: ESCAPE_HTML }),
    header: ['Handler.send_header($1)', 'Handler.send_response($1)'],
    url: ['client.{HTTPConnection,HTTPSConnection}($0)'],
    redirect: ['Handler.send_header("Location", $1)'],
    log: ['Handler.{log_message,log_error}($*)'],
  },
  propagators: [
    { at: 'Handler.{send_header,send_response,end_headers,send_error,log_message}()', to: [] },
    { at: 'Handler.wfile.write()', to: [] },
    { at: 'Connection.{request,getresponse,putheader,close}()', to: [] },
  ],
});
