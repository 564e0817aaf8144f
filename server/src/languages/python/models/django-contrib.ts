import { model } from '../../../facts/model';

export default model({
  library: 'django.contrib',
  propagators: [
    // Shown on a page that escapes.
    { at: 'messages.{debug,info,success,warning,error,add_message}()', to: [] },
    { at: 'auth.{authenticate,login,logout,get_user_model}()', to: [] },
  ],
  sanitizers: [{ at: 'auth.hashers.{make_password,check_password}()', cleans: 'all' }],
  deeds: [{ kind: 'session-end', at: 'auth.logout()' }],
});
