import { model } from '../../../facts/model';

/** Generic views answer some methods without saying so; what they do not answer costs nothing here. */
const CLASS_METHODS = Object.fromEntries(
  ['get', 'post', 'put', 'patch', 'delete'].map((name) => [name, [name.toUpperCase()]]),
);

const HANDLER_METHODS: Readonly<Record<string, readonly string[]>> = {
  'django.views.decorators.http#require_POST': ['POST'],
  'django.views.decorators.http#require_GET': ['GET'],
  'django.views.decorators.http#require_safe': ['GET'],
  'django.views.decorators.http#require_http_methods': [],
  'rest_framework.decorators#api_view': [],
};

export default model({
  library: 'django.urls',
  aliases: ['django.conf.urls'],
  types: { Handled: ['path($1).param(0)', 're_path($1).param(0)', 'url($1).param(0)'] },
  extends: { Handled: ['django.http:Question'] },
  sources: {
    // The first parameter is the request itself.
    remote: ['path', 're_path', 'url'].flatMap((route) =>
      ['1', '2', '3', '4'].map((index) => `${route}($1).param(${index})`),
    ),
  },
  routing: [
    {
      at: 'path()',
      kind: 'route',
      of: 'result',
      path: ['$0', '$route'],
      given: ['$1', '$view'],
      classMethods: CLASS_METHODS,
      handlerMethods: HANDLER_METHODS,
    },
    ...['re_path()', 'url()'].map((at) => ({
      at,
      kind: 'route' as const,
      of: 'result',
      path: ['$0', '$route', '$regex'],
      given: ['$1', '$view'],
      patterns: 'regex' as const,
      classMethods: CLASS_METHODS,
      handlerMethods: HANDLER_METHODS,
    })),
    { at: 'include()', kind: 'router', given: ['$0', '$arg'], moduleMember: 'urlpatterns' },
  ],
  controls: [
    {
      kind: 'authentication',
      setting: 'MIDDLEWARE',
      saying: ['LoginRequiredMiddleware', 'LoginRequired'],
    },
    { kind: 'csrf', setting: 'MIDDLEWARE', saying: ['django.middleware.csrf.CsrfViewMiddleware'] },
  ],
  sanitizers: [
    { at: 'reverse()', cleans: 'all' },
    { at: 'reverse_lazy()', cleans: 'all' },
  ],
});
