import { model } from '../../../facts/model';

export default model({
  library: 'mongoengine',
  types: { Table: ['type mongoengine#Document', 'type mongoengine#DynamicDocument'] },
  sinks: {
    'model-fields': ['Table($**)'],

    nosql: [
      { at: 'Table.objects($__raw__)', objectsOnly: true, deep: true },
      { at: 'Table.objects.filter($__raw__)', objectsOnly: true, deep: true },
      { at: 'Table.objects.where($0)', variant: 'script' },
      { at: 'Table.objects.{exec_js,map_reduce}($0)', variant: 'script' },
    ],
  },
  propagators: [{ at: 'Table.objects()', to: [] }],
});
