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
  // Answers are JSON; the browsable pages escape.
  sanitizers: [{ at: 'response.Response()', cleans: ['html', 'html-script'] }],
  configs: [
    textLength('serializers.CharField()', ['$min_length'], ['$max_length'], {
      min: '$min_length = 12',
      max: '$max_length = 128',
    }),
  ],
});
