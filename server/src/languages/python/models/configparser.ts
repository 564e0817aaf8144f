import { model } from '../../../facts/model';

export default model({
  library: 'configparser',
  types: { Settings: ['ConfigParser()', 'RawConfigParser()', 'SafeConfigParser()'] },
  sinks: { path: ['Settings.read($0)'] },
  sanitizers: [{ at: 'Settings.{getint,getfloat,getboolean,has_section,has_option}()', cleans: 'all' }],
  operations: {
    'map.of': ['ConfigParser()', 'RawConfigParser()', 'SafeConfigParser()'],
    'table.put': ['Settings.set()'],
    'table.get': ['Settings.get()'],
    // What is read from elsewhere may be anything.
    'map.putAll': ['Settings.{read,read_file,read_string,read_dict,readfp}()'],
  },
});
