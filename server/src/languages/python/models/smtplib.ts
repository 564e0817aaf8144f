import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'smtplib',
  types: {
    Mailer: ['SMTP()', 'SMTP_SSL()', 'LMTP()', 'Mailer.__enter__()', 'type smtplib#SMTP', 'type smtplib#SMTP_SSL'],
  },
  // The text of a whole mail begins with its headers; messages made by the email package refuse line breaks.
  sinks: { header: [{ at: 'Mailer.sendmail($2)', variant: 'mail' }] },
  propagators: [{ at: 'Mailer.*()', to: [] }],
  configs: [
    credential('Mailer.login()', '$1', '$password'),
    {
      // Plain until it is told to encrypt.
      kind: 'connection',
      at: 'SMTP()',
      options: {
        host: { from: ['$0', '$host'] },
        plain: { from: ['.starttls()'], means: false, unset: true },
      },
      use: ['SMTP().{login,sendmail,send_message}()', 'SMTP().__enter__().{login,sendmail,send_message}()'],
      fix: { plain: '.starttls()' },
    },
  ],
});
