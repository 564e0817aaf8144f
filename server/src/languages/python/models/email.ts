import { model } from '../../../facts/model';

/** Messages refuse line breaks in their headers. */
export default model({
  library: 'email',
  types: { Mail: ['message.{EmailMessage,Message}()', 'mime.text.MIMEText()', 'mime.multipart.MIMEMultipart()'] },
  sanitizers: [
    { at: 'Mail.as_string()', cleans: ['header'] },
    { at: 'Mail.as_bytes()', cleans: ['header'] },
    { at: 'header.Header()', cleans: ['header'] },
  ],
});
