import { model } from '../../../facts/model';

export default model({
  library: 'log/syslog',
  types: { Writer: ['type log/syslog#Writer', 'syslog.{New,Dial}()[0]'] },
  sinks: { log: ['Writer.{Alert,Crit,Debug,Emerg,Err,Info,Notice,Warning}($0)'] },
  propagators: [{ at: 'Writer.*()', to: [] }],
});
