import { model } from '../../../facts/model';

export default model({
  library: 'github.com/gorilla/mux',
  types: {
    Words: ['Vars()[]'],
    Router: ['NewRouter()', 'type github.com/gorilla/mux#Router', 'Entry.Subrouter()'],
    Entry: [
      'type github.com/gorilla/mux#Route',
      'Router.{HandleFunc,Handle,PathPrefix,Path,NewRoute,Methods,Name,Headers,Queries,Host,Schemes}()',
      'Entry.{HandlerFunc,Handler,Methods,Path,Name,Headers,Queries,Host,Schemes}()',
    ],
  },
  extends: { Words: [':Text'] },
  sources: { remote: ['Vars()'] },
  propagators: [{ at: 'Router.*()', to: [] }],
  routing: [
    { at: 'NewRouter()', kind: 'application' },
    { at: 'Router.{HandleFunc,Handle}()', kind: 'route', of: 'result', path: ['$0'], given: ['$1'] },
    { at: 'Router.{PathPrefix,Path,NewRoute,Methods}()', kind: 'group', path: ['$0'] },
    { at: 'Entry.{HandlerFunc,Handler}()', kind: 'route', given: ['$0'] },
    { at: 'Entry.Methods()', kind: 'methods', method: ['$*'] },
    { at: 'Entry.Path()', kind: 'group', path: ['$0'] },
    { at: 'Entry.Subrouter()', kind: 'group' },
    // Runs for what was matched, whenever it was added.
    { at: 'Router.Use()', kind: 'use', given: ['$*'], covers: 'all' },
  ],
  configs: [{ kind: 'http-app', at: 'NewRouter()', options: {} }],
});
