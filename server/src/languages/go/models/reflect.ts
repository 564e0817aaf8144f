import { model } from '../../../facts/model';

export default model({
  library: 'reflect',
  types: { Thing: ['ValueOf()', 'type reflect#Value', 'Thing.{Elem,Field,FieldByName,Index}()'] },
  sinks: { code: [{ at: 'Thing.MethodByName($0)', variant: 'method' }] },
});
