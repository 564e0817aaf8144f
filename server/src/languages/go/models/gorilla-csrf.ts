import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'github.com/gorilla/csrf',
  aliases: ['github.com/gorilla/securecookie'],
  configs: [credential('Protect()', '$0'), credential('New()', '$0', '$1')],
});
