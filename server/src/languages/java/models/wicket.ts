import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.wicket',
  types: { Settings: ['type org.apache.wicket.settings.DebugSettings'] },
  configs: [
    {
      kind: 'debug-mode',
      at: 'Settings.setDevelopmentUtilitiesEnabled()',
      options: { enabled: { from: ['$0'] } },
      fix: { enabled: '$0 = false' },
    },
  ],
});
