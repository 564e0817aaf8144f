import { model } from '../../../facts/model';

/** Values are quoted where the format says so (`%L`, `%I`); what it is told to leave alone stays. */
export default model({
  library: 'pg-format',
  aliases: ['sqlstring', 'tsqlstring'],
  sanitizers: [
    { at: 'pg-format()', cleans: ['sql'], of: '$1…' },
    { at: 'pg-format.{literal,ident,string,escape,escapeId,format}()', cleans: ['sql'] },
  ],
});
