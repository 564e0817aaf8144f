import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'github.com/gorilla/sessions',
  types: {
    Store: [
      'sessions.{NewCookieStore,NewFilesystemStore}()',
      'type github.com/gorilla/sessions#CookieStore',
      'type github.com/gorilla/sessions#Store',
    ],
    Session: ['Store.{Get,New}()[0]', 'type github.com/gorilla/sessions#Session'],
  },
  sinks: {
    session: ['Session.Values[]', 'Session.AddFlash($0)'],
  },
  // What is in a session the program has put there.
  propagators: [
    { at: 'Store.*()', to: [] },
    { at: 'Session.*()', to: [] },
  ],
  configs: [
    {
      kind: 'session-cookie',
      at: 'Options()',
      // The cookie is taken away.
      unless: { $MaxAge: -1 },
      options: {
        maxAge: { from: ['$MaxAge'] },
        secure: { from: ['$Secure', '.Secure'], unset: false },
        httpOnly: { from: ['$HttpOnly', '.HttpOnly'], unset: false },
        sameSite: { from: ['$SameSite', '.SameSite'], unset: null },
      },
      fix: {
        secure: '$Secure = true',
        httpOnly: '$HttpOnly = true',
        sameSite: '$SameSite = @{net/http}.SameSiteLaxMode',
      },
    },
    { ...credential('NewCookieStore()', '$0'), fix: { environment: 'SESSION_KEY' } },
    { ...credential('NewFilesystemStore()', '$1'), fix: { environment: 'SESSION_KEY' } },
  ],
});
