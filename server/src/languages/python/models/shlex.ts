import { model } from '../../../facts/model';

export default model({
  library: 'shlex',
  aliases: ['pipes'],
  sanitizers: [{ at: 'quote()', cleans: ['shell'] }],
});
