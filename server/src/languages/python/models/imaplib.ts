import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'imaplib',
  types: { Session: ['IMAP4()', 'IMAP4_SSL()'] },
  configs: [credential('Session.login()', '$1')],
});
