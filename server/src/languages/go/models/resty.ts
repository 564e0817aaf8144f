import { model } from '../../../facts/model';
import { connection, HTTP_METHODS } from './_words';

export default model({
  library: 'github.com/go-resty/resty/v2',
  aliases: ['gopkg.in/resty.v1', 'github.com/go-resty/resty', 'resty.dev/v3'],
  types: {
    Client: ['github.com/go-resty/resty/v2.{New,NewWithClient,R}()', 'type github.com/go-resty/resty/v2#Client'],
    Request: [
      'Client.R()',
      'type github.com/go-resty/resty/v2#Request',
      'Request.{SetHeader,SetQueryParam,SetBody,SetResult,SetContext,SetAuthToken,SetFormData,SetError}()',
    ],
  },
  sinks: { url: [`Request.${HTTP_METHODS}($0)`, 'Request.Execute($1)', 'Client.{SetBaseURL,SetHostURL}($0)'] },
  configs: [connection(`Request.${HTTP_METHODS}()`, '$0'), connection('Client.{SetBaseURL,SetHostURL}()', '$0')],
  propagators: [
    { at: 'Client.*()', to: [] },
    { at: 'Request.*()', to: [] },
  ],
});
