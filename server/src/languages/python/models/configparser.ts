import { model } from '../../../facts/model';

export default model({
  library: 'configparser',
  types: { Settings: ['ConfigParser()', 'RawConfigParser()', 'SafeConfigParser()'] },
  sinks: { path: ['Settings.read($0)'] },
  sanitizers: [{ at: 'Settings.{getint,getfloat,getboolean,has_section,has_option}()', cleans: 'all' }],
  // The key is the section and the name together: all arguments but the value.
  operations: { 'map.put': ['Settings.set()'], 'map.get': ['Settings.get()'] },
});
