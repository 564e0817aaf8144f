import { model } from '../../../facts/model';
import { requestMeta, textLength } from './_words';

const METHODS = [
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'list',
  'retrieve',
  'create',
  'update',
  'partial_update',
  'destroy',
];

export default model({
  library: 'rest_framework',
  types: {
    Router: [
      'routers.{DefaultRouter,SimpleRouter}()',
      'type rest_framework.routers#DefaultRouter',
      'type rest_framework.routers#SimpleRouter',
    ],
    Handler: [
      'type rest_framework.views#APIView',
      ...[
        'GenericAPIView',
        'ListAPIView',
        'CreateAPIView',
        'RetrieveAPIView',
        'UpdateAPIView',
        'DestroyAPIView',
        'ListCreateAPIView',
        'RetrieveUpdateAPIView',
        'RetrieveUpdateDestroyAPIView',
      ].map((name) => `type rest_framework.generics#${name}`),
      ...['ViewSet', 'GenericViewSet', 'ModelViewSet', 'ReadOnlyModelViewSet'].map(
        (name) => `type rest_framework.viewsets#${name}`,
      ),
    ],
    Question: ['type rest_framework.request#Request', 'decorators.api_view()($0).param(0)', 'Handler.request'],
  },
  extends: { Question: ['django.http:Question'] },
  sources: {
    remote: [
      'Question.{data,query_params}',
      ...requestMeta('Question.META'),
      'Handler.kwargs.*',
      'Handler.kwargs[]',
      'Handler.kwargs.get()',
      ...[1, 2, 3].flatMap((index) => [
        `decorators.api_view()($0).param(${index})`,
        { overriding: METHODS.map((method) => `Handler.${method}`), index },
      ]),
    ],
  },
  routing: [
    { at: 'routers.{DefaultRouter,SimpleRouter}()', kind: 'router', selves: ['urls'] },
    { at: 'Router()', kind: 'router', selves: ['urls'] },
    {
      at: 'Router.register()',
      kind: 'route',
      guardedBy: ['django.urls'],
      path: ['$0', '$prefix'],
      given: ['$1', '$viewset'],
      classMethods: {
        list: ['GET'],
        create: ['POST'],
        retrieve: ['GET /<pk>'],
        update: ['PUT /<pk>'],
        partial_update: ['PATCH /<pk>'],
        destroy: ['DELETE /<pk>'],
      },
      classDefaults: {
        'rest_framework.viewsets#ModelViewSet': ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'],
        'rest_framework.viewsets#ReadOnlyModelViewSet': ['list', 'retrieve'],
        'rest_framework.mixins#ListModelMixin': ['list'],
        'rest_framework.mixins#CreateModelMixin': ['create'],
        'rest_framework.mixins#RetrieveModelMixin': ['retrieve'],
        'rest_framework.mixins#UpdateModelMixin': ['update', 'partial_update'],
        'rest_framework.mixins#DestroyModelMixin': ['destroy'],
      },
    },
  ],
  controls: [
    ...['IsAuthenticated', 'IsAuthenticatedOrReadOnly'].map((name) => ({
      kind: 'authentication' as const,
      at: `permissions.${name}`,
    })),
    ...['IsAdminUser', 'DjangoModelPermissions', 'DjangoObjectPermissions'].map((name) => ({
      kind: 'authorization' as const,
      at: `permissions.${name}`,
    })),
    { kind: 'public', at: 'permissions.AllowAny' },
    { kind: 'authentication', members: ['permission_classes', 'throttle_classes'] },
    { kind: 'authentication', with: ['rest_framework.decorators#permission_classes'], named: '*' },
    {
      kind: 'authentication',
      setting: 'REST_FRAMEWORK',
      saying: [
        'permissions.IsAuthenticated',
        'permissions.IsAdminUser',
        'ModelPermissions',
        'ObjectPermissions',
        'TokenPermissions',
      ],
      forType: 'Handler',
    },
  ],
  // Answers are JSON; the browsable pages escape.
  sanitizers: [{ at: 'response.Response()', cleans: ['html', 'html-script'] }],
  configs: [
    textLength('serializers.CharField()', ['$min_length'], ['$max_length'], {
      min: '$min_length = 12',
      max: '$max_length = 128',
    }),
  ],
});
