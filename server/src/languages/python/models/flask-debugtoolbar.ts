import { model } from '../../../facts/model';

export default model({
  library: 'flask_debugtoolbar',
  configs: [
    { kind: 'operations-endpoint', at: 'DebugToolbarExtension()', options: { what: { from: [], unset: 'debugger' } } },
  ],
});
