import { model } from '../../../facts/model';

export default model({
  library: 'django.core',
  types: { Storage: ['files.storage.{FileSystemStorage,Storage}()', 'files.storage.default_storage'] },
  // Storages refuse names that lead out of their folder.
  stores: [
    { kind: 'cache', does: 'write', at: 'cache.cache.{set,add}($1)', key: 'name' },
    { kind: 'cache', does: 'read', at: 'cache.cache.get()', key: 'name' },
  ],
  sanitizers: [
    { at: 'Storage.{path,get_valid_name,get_available_name,save,open}()', cleans: ['path'] },
    { at: 'serializers.json.DjangoJSONEncoder().encode()', cleans: ['log', 'header'] },
  ],
  guards: [
    { at: 'validators.validate_slug($0)', throws: true, cleans: 'all' },
    { at: 'validators.validate_ipv46_address($0)', throws: true, cleans: 'all' },
    { at: 'validators.validate_email($0)', throws: true, cleans: ['header', 'log'] },
  ],
});
