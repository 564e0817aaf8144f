import { model } from '../../../facts/model';
import { made } from './_words';

const LEVELS = '{Trace,Debug,Info,Warn,Error,Fatal,Panic,Log}';

/** Everything is a field of a JSON object, the message among them. */
export default model({
  library: 'github.com/rs/zerolog',
  types: {
    Logger: ['zerolog.{New,Nop,Ctx}()', ...made('github.com/rs/zerolog', 'Logger')],
    Event: [`Logger.${LEVELS}()`, 'Event.*()', ...made('github.com/rs/zerolog', 'Event')],
  },
  sinks: {
    'log-field': ['Event.{Str,Strs,Bytes,Interface,Any}($1)', 'Event.{Msg,Msgf}($*)'],
  },
  propagators: [{ at: 'Event.*()', to: [] }],
});
