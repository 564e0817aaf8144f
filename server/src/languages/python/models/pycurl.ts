import { model } from '../../../facts/model';

const names = (option: string): string[] => [`pycurl.${option}`, option, `c.${option}`, `curl.${option}`];

export default model({
  library: 'pycurl',
  types: { Transfer: ['Curl()', 'type pycurl#Curl'] },
  sinks: {
    url: [
      { at: 'Transfer.setopt($1)', when: { $0: names('URL') } },
      { at: 'Transfer.setopt_string($1)', when: { $0: names('URL') } },
    ],
  },
  propagators: [{ at: 'Transfer.*()', to: [] }],
  configs: [
    {
      kind: 'tls-client',
      at: 'Transfer.setopt()',
      when: { $0: names('SSL_VERIFYPEER') },
      options: { verify: { from: ['$1'] } },
      fix: { verify: '$1 = 1' },
    },
    {
      kind: 'tls-client',
      at: 'Transfer.setopt()',
      when: { $0: names('SSL_VERIFYHOST') },
      options: { hostname: { from: ['$1'] } },
      fix: { hostname: '$1 = 2' },
    },
  ],
});
