import { model } from '../../../facts/model';

export default model({
  library: 'fabric',
  aliases: ['invoke'],
  types: { Host: ['Connection()', 'type fabric#Connection', 'type invoke#Context'] },
  sinks: { shell: ['Host.{run,sudo,local}($0)', 'run($0)', 'sudo($0)'] },
});
