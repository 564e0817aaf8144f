import { model } from '../../../facts/model';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

export default model({
  library: 'django.views',
  aliases: ['django.views.generic', 'django.views.generic.base'],
  types: {
    Handler: [
      ...[
        'View',
        'TemplateView',
        'RedirectView',
        'FormView',
        'DetailView',
        'ListView',
        'CreateView',
        'UpdateView',
        'DeleteView',
      ].flatMap((name) => [`type django.views.generic#${name}`, `type django.views.generic.base#${name}`]),
      'type django.views#View',
    ],
    Question: ['Handler.request'],
  },
  extends: { Question: ['django.http:Question'] },
  sources: {
    remote: [
      'Handler.kwargs.*',
      'Handler.kwargs[]',
      'Handler.kwargs.get()',
      ...[1, 2, 3].map((index) => ({ overriding: METHODS.map((method) => `Handler.${method}`), index })),
    ],
  },
});
