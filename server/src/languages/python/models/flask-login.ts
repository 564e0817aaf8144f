import { model } from '../../../facts/model';

export default model({
  library: 'flask_login',
  controls: [
    { kind: 'authentication', at: 'login_required' },
    { kind: 'authentication', at: 'fresh_login_required' },
  ],
  deeds: [{ kind: 'session-end', at: 'logout_user()' }],
});
