import { model } from '../../../facts/model';

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
  sanitizers: [
    { at: 'reverse()', cleans: 'all' },
    { at: 'reverse_lazy()', cleans: 'all' },
  ],
});
