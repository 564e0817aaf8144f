import { model } from '../../../facts/model';

/** Handlers quote the values of attributes; the message stands as it is in what the default handler writes. */
export default model({
  library: 'log/slog',
  types: { Logger: ['type log/slog#Logger', 'slog.{New,Default,With}()', 'Logger.{With,WithGroup}()'] },
  sinks: {
    log: [
      { at: 'slog.{Debug,Info,Warn,Error}($0)' },
      { at: 'slog.{DebugContext,InfoContext,WarnContext,ErrorContext}($1)' },
    ],
    'log-field': [
      'slog.{Debug,Info,Warn,Error}($*)',
      'slog.{DebugContext,InfoContext,WarnContext,ErrorContext}($*)',
      'Logger.{Debug,Info,Warn,Error,DebugContext,InfoContext,WarnContext,ErrorContext,With}($*)',
      'slog.{String,Any}($1)',
    ],
  },
  propagators: [
    { at: 'slog.{New,Default,SetDefault,NewJSONHandler,NewTextHandler}()', to: [] },
    { at: 'Logger.*()', to: [] },
  ],
});
