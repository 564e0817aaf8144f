import { model } from '../../../facts/model';

export default model({
  library: 'groovy.lang',
  types: {
    Shell: ['type groovy.lang.GroovyShell', 'GroovyShell()'],
    Loader: ['type groovy.lang.GroovyClassLoader', 'GroovyClassLoader()'],
  },
  sinks: { code: ['Shell.{evaluate,parse,run}($0)', 'Loader.parseClass($0)'] },
});
