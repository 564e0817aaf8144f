import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'github.com/gin-contrib/sessions',
  aliases: ['github.com/gin-contrib/sessions/cookie'],
  types: { Session: ['type github.com/gin-contrib/sessions#Session', 'Default()', 'DefaultMany()'] },
  stores: [
    { kind: 'session', does: 'write', at: 'Session.Set($1)', key: 'name' },
    { kind: 'session', does: 'read', at: 'Session.Get()', key: 'name' },
  ],
  sinks: { session: ['Session.Set($1)', 'Session.AddFlash($0)'] },
  propagators: [
    { at: 'Session.*()', to: [] },
    { at: 'Default()', to: [] },
  ],
  configs: [
    {
      kind: 'session-cookie',
      at: 'Options()',
      // The cookie is taken away.
      unless: { $MaxAge: -1 },
      options: {
        maxAge: { from: ['$MaxAge'] },
        secure: { from: ['$Secure'], unset: false },
        httpOnly: { from: ['$HttpOnly'], unset: false },
        sameSite: { from: ['$SameSite'], unset: null },
      },
      fix: {
        secure: '$Secure = true',
        httpOnly: '$HttpOnly = true',
        sameSite: '$SameSite = @{net/http}.SameSiteLaxMode',
      },
    },
    { ...credential('NewStore()', '$0'), fix: { environment: 'SESSION_KEY' } },
  ],
});
