import { model } from '../../../facts/model';

export default model({
  library: 'shell-quote',
  aliases: ['shell-escape', 'shescape', 'any-shell-escape', 'puka'],
  sanitizers: [
    { at: 'quote()', cleans: ['shell'] },
    { at: 'shell-escape()', cleans: ['shell'] },
    { at: 'Shescape().{quote,quoteAll,escape,escapeAll}()', cleans: ['shell'] },
  ],
});
