import { model } from '../../../facts/model';

/** Agents and checks that refuse addresses of the own network. */
export default model({
  library: 'request-filtering-agent',
  aliases: ['ssrf-req-filter', 'ssrf-agent'],
  sanitizers: [
    { at: 'useAgent()', cleans: ['url'], inPlace: '$0' },
    { at: 'ssrf-req-filter()', cleans: ['url'], inPlace: '$0' },
  ],
});
