import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'django.views.decorators',
  configs: [
    {
      kind: 'forgery-protection',
      at: 'csrf.csrf_exempt()',
      options: { enabled: means(false), only: means('this') },
      fix: { remove: 'csrf_exempt', review: 'yes' },
    },
    {
      kind: 'framing',
      at: 'clickjacking.xframe_options_exempt()',
      options: { optedOut: means(true) },
      fix: { remove: 'xframe_options_exempt', review: 'yes' },
    },
  ],
});
