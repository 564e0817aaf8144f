import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'iron-session',
  aliases: ['next-iron-session', 'iron-session/next', 'iron-session/edge'],
  configs: [
    credentials('getIronSession()', { password: '$2.password' }, { environment: 'SESSION_PASSWORD' }),
    credentials('getIronSession()', { password: '$1.password' }, { environment: 'SESSION_PASSWORD' }),
    credentials('withIronSessionApiRoute()', { password: '$1.password' }, { environment: 'SESSION_PASSWORD' }),
    credentials('withIronSessionSsr()', { password: '$1.password' }, { environment: 'SESSION_PASSWORD' }),
  ],
});
