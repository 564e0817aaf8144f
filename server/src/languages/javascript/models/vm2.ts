import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

export default model({
  library: 'vm2',
  aliases: ['isolated-vm', 'safe-eval', 'static-eval', 'notevil'],
  types: { Sandbox: ['VM()', 'NodeVM()', 'type vm2#VM', 'type vm2#NodeVM'] },
  sinks: {
    code: [
      'Sandbox.{run,runFile}($0)',
      'VMScript($0)',
      'Isolate().{compileScript,compileScriptSync,compileModule}($0)',
      'safe-eval($0)',
      'notevil($0)',
    ],
  },
  configs: [outdated('vm2', ['vm2'], { state: 'unsafe', instead: 'isolated-vm, or a process of its own' })],
});
