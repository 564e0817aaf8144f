import { model } from '../../../facts/model';

export default model({
  library: 'mako',
  types: { Folder: ['lookup.TemplateLookup()'] },
  sinks: {
    template: ['template.Template($0)', 'template.Template($text)', 'Folder.put_string($1)'],
    path: ['template.Template($filename)'],
  },
});
