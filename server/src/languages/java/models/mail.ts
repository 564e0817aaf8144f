import { model } from '../../../facts/model';

export default model({
  library: 'javax.mail',
  aliases: ['jakarta.mail'],
  types: { Message: ['type javax.mail.internet.MimeMessage', 'type javax.mail.Message', 'internet.MimeMessage()'] },
  sinks: {
    header: [
      { at: 'Message.{setHeader,addHeader}($1)', variant: 'mail' },
      { at: 'Message.addHeaderLine($0)', variant: 'mail' },
    ],
  },
});
