import { model } from '../../../facts/model';

export default model({
  library: 'mako',
  types: { Folder: ['lookup.TemplateLookup()'] },
  sinks: {
    template: ['template.Template($0)', 'template.Template($text)', 'Folder.put_string($1)'],
    path: ['template.Template($filename)'],
  },
  configs: [
    ...['template.Template()', 'lookup.TemplateLookup()'].map((at) => ({
      kind: 'template-engine' as const,
      at,
      options: { escape: { from: ['$default_filters'], unset: false } },
      fix: { escape: "$default_filters = ['h']" },
    })),
  ],
});
