import { model } from '../../../facts/model';

export default model({
  library: 'net',
  types: { Dialer: ['type net#Dialer', 'Dialer()'] },
  sinks: {
    url: ['{Dial,DialTimeout}($1)', 'Dialer.Dial($1)', 'Dialer.DialContext($2)'],
  },
  sanitizers: [{ at: '{ParseIP,ParseMAC,ParseCIDR}()', cleans: 'all' }],
  propagators: [
    { at: '{Dial,DialTimeout,Listen,LookupHost,LookupIP,LookupAddr,LookupCNAME,LookupTXT,LookupMX}()', to: [] },
    { at: 'Dialer.*()', to: [] },
    { at: 'JoinHostPort()' },
    { at: 'SplitHostPort()', from: ['$0'] },
  ],
});
