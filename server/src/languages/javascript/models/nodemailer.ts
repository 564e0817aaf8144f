import { model } from '../../../facts/model';
import { credentials, ends, tlsConfig } from './_words';

export default model({
  library: 'nodemailer',
  types: { Transport: ['createTransport()', 'type nodemailer#Transporter'] },
  sinks: {
    header: [
      { at: 'Transport.sendMail($0.raw)', variant: 'mail' },
      { at: 'Transport.sendMail($0.raw.raw)', variant: 'mail' },
    ],
  },
  configs: [
    { kind: 'connection', at: 'createTransport()', options: { plain: { from: ['$0.ignoreTLS'], unset: false } } },

    credentials('createTransport()', { pass: '$0.auth.pass' }, { environment: 'SMTP_PASSWORD' }),
    tlsConfig('createTransport()', '$0.tls.rejectUnauthorized'),
  ],
  propagators: ends('Transport.{sendMail,verify}()'),
});
