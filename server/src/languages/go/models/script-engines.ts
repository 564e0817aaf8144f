import { model } from '../../../facts/model';

export default model({
  library: 'github.com/dop251/goja',
  aliases: ['github.com/robertkrimen/otto', 'github.com/traefik/yaegi/interp', 'github.com/yuin/gopher-lua'],
  types: {
    Machine: [
      'goja.{New,NewState}()',
      'type github.com/dop251/goja#Runtime',
      'type github.com/robertkrimen/otto#Otto',
      'type github.com/yuin/gopher-lua#LState',
      'type github.com/traefik/yaegi/interp#Interpreter',
    ],
  },
  sinks: {
    code: ['Machine.{RunString,Run,Eval,DoString,EvalWithContext}($0)', 'Machine.RunScript($1)', 'Compile($1)'],
  },
  propagators: [{ at: 'Machine.*()', to: [] }],
});
