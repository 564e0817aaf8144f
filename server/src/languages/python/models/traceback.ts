import { model } from '../../../facts/model';

export default model({
  library: 'traceback',
  sources: { error: ['traceback.{format_exc,format_exception,format_tb,format_stack}()'] },
});
