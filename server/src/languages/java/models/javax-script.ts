import { model } from '../../../facts/model';

export default model({
  library: 'javax.script',
  types: {
    Engine: ['type javax.script.ScriptEngine', 'ScriptEngineManager().{getEngineByName,getEngineByExtension}()'],
    Compilable: ['type javax.script.Compilable'],
  },
  sinks: { code: ['Engine.eval($0)', 'Engine.compile($0)', 'Compilable.compile($0)'] },
});
