import { model } from '../../../facts/model';
import { cookie, PERCENT_TUPLE } from './_words';

/**
 * Methods with names that say what they do, on values whose making is not visible: cursors and connections handed in,
 * responses of an unnamed framework. Models of libraries are more exact where they apply.
 */
export default model({
  library: '',
  sources: {
    // Forms and serializers check shapes; the text of a field is what the visitor wrote.
    remote: ['*.cleaned_data', '*.validated_data'],
  },
  sinks: {
    sql: [
      { at: '*.execute($0)', bind: PERCENT_TUPLE },
      '*.executemany($0)',
      '*.executescript($0)',
      // Mappers disagree on how they take values: a proposal to look at.
      { at: '*.raw($0)', bind: { style: '%s', values: 'array', at: 1 }, fix: { review: 'yes' } },
      '*.extra($where)',
      '*.extra($where[])',
      '*.extra($select)',
    ],
    'sql-name': ['*.extra($order_by[])', '*.extra($tables[])', { at: '*.order_by($*)', variant: 'quoted' }],
    nosql: [
      { at: '*.find_one($0)', objectsOnly: true, deep: true },
      { at: '*.{find_one_and_update,find_one_and_delete,find_one_and_replace}($0)', objectsOnly: true, deep: true },
      { at: '*.{update_one,update_many,delete_one,delete_many,count_documents}($0)', objectsOnly: true, deep: true },
      { at: '*.objects($__raw__)', objectsOnly: true, deep: true },
      { at: '*.filter($__raw__)', objectsOnly: true, deep: true },
    ],
    path: ['*.{read_text,read_bytes,write_text,write_bytes}($this)'],
    xpath: [{ at: '*.xpath($0)', bind: { style: '$name', values: 'keyword' } }],
  },
  // Classes of tables say by this name where one of their rows is shown: always on the site itself.
  sanitizers: [{ at: '*.get_absolute_url()', cleans: ['redirect', 'url'] }],
  guards: [{ at: '*.is_relative_to($this)', cleans: ['path'] }],
  configs: [cookie('*.set_cookie()', {})],
});
