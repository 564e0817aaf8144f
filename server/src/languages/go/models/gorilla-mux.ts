import { model } from '../../../facts/model';

export default model({
  library: 'github.com/gorilla/mux',
  types: { Words: ['Vars()[]'], Router: ['NewRouter()', 'type github.com/gorilla/mux#Router'] },
  extends: { Words: [':Text'] },
  sources: { remote: ['Vars()'] },
  propagators: [{ at: 'Router.*()', to: [] }],
  configs: [{ kind: 'http-app', at: 'NewRouter()', options: {} }],
});
