import { model } from '../../../facts/model';

/** `@Slf4j` and its like declare a field `log` that no source shows. */
export default model({
  library: '',
  sinks: { log: ['log.{info,warn,error,fatal}($*)', { at: 'log.{trace,debug}($*)', variant: 'debugging' }] },
  propagators: [{ at: 'log.{trace,debug,info,warn,error,fatal}()', to: [] }],
});
