import { model } from '../../../facts/model';

export default model({
  library: 'chameleon',
  sinks: {
    template: ['PageTemplate($0)', 'PageTextTemplate($0)'],
    path: ['PageTemplateFile($0)'],
  },
  sanitizers: [
    { at: 'PageTemplate().render()', cleans: ['html'] },
    { at: 'PageTemplateFile().render()', cleans: ['html'] },
  ],
});
