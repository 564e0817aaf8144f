import { model } from '../../../facts/model';

/** The logger that programs share. */
export default model({
  library: 'github.com/rs/zerolog/log',
  types: {
    Logger: ['log.{Logger,With}'],
    Event: ['log.{Trace,Debug,Info,Warn,Error,Fatal,Panic,Log}()'],
  },
  extends: { Logger: ['github.com/rs/zerolog:Logger'], Event: ['github.com/rs/zerolog:Event'] },
  sinks: { 'log-field': ['log.{Print,Printf}($*)'] },
});
