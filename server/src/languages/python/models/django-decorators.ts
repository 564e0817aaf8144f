import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'django.views.decorators',
  configs: [
    {
      kind: 'framing',
      at: 'clickjacking.xframe_options_exempt()',
      options: { optedOut: means(true) },
      fix: { remove: 'xframe_options_exempt', review: 'yes' },
    },
  ],
});
