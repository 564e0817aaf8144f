import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'ftplib',
  types: { Session: ['FTP()', 'FTP_TLS()', 'Session.__enter__()'] },
  sinks: { url: ['FTP($0)', 'FTP_TLS($0)', 'Session.connect($0)'] },
  configs: [
    { kind: 'connection', at: 'FTP()', options: { host: { from: ['$0', '$host'] }, plain: { from: [], unset: true } } },

    credential('Session.login()', '$1', '$passwd'),
    credential('FTP()', '$2', '$passwd'),
    credential('FTP_TLS()', '$2', '$passwd'),
  ],
});
