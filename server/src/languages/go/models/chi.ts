import { model } from '../../../facts/model';

export default model({
  library: 'github.com/go-chi/chi/v5',
  aliases: ['github.com/go-chi/chi', 'github.com/go-chi/chi/v4'],
  types: {
    Words: ['github.com/go-chi/chi/v5.{URLParam,URLParamFromCtx}()'],
    Router: [
      'NewRouter()',
      'type github.com/go-chi/chi/v5#Router',
      'type github.com/go-chi/chi/v5#Mux',
      'Router.{Route,Group,With}()',
      'Router.Route($1).param(0)',
      'Router.Group($0).param(0)',
    ],
  },
  extends: { Words: [':Text'] },
  sources: { remote: ['github.com/go-chi/chi/v5.{URLParam,URLParamFromCtx}()'] },
  propagators: [{ at: 'Router.*()', to: [] }],
  routing: [
    { at: 'NewRouter()', kind: 'application' },
    {
      at: 'Router.{Get,Post,Put,Patch,Delete,Head,Options}()',
      kind: 'route',
      path: ['$0'],
      method: ['$callee'],
      given: ['$1'],
    },
    { at: 'Router.{Handle,HandleFunc}()', kind: 'route', path: ['$0'], given: ['$1'], methodInPath: true },
    { at: 'Router.{Method,MethodFunc}()', kind: 'route', path: ['$1'], method: ['$0'], given: ['$2'] },
    { at: 'Router.Route()', kind: 'group', path: ['$0'], callback: '$1' },
    { at: 'Router.Group()', kind: 'group', callback: '$0' },
    { at: 'Router.With()', kind: 'group', given: ['$*'] },
    { at: 'Router.Mount()', kind: 'use', path: ['$0'], given: ['$1'] },
    { at: 'Router.Use()', kind: 'use', given: ['$*'] },
  ],
  configs: [{ kind: 'http-app', at: 'NewRouter()', options: {} }],
});
