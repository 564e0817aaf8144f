import { model } from '../../../facts/model';

export default model({
  library: 'github.com/go-chi/chi/v5',
  aliases: ['github.com/go-chi/chi', 'github.com/go-chi/chi/v4'],
  types: {
    Words: ['github.com/go-chi/chi/v5.{URLParam,URLParamFromCtx}()'],
    Router: ['NewRouter()', 'type github.com/go-chi/chi/v5#Router'],
  },
  extends: { Words: [':Text'] },
  sources: { remote: ['github.com/go-chi/chi/v5.{URLParam,URLParamFromCtx}()'] },
  propagators: [{ at: 'Router.*()', to: [] }],
  configs: [{ kind: 'http-app', at: 'NewRouter()', options: {} }],
});
