import { model } from '../../../facts/model';

export default model({
  library: 'net',
  types: { Dialer: ['type net#Dialer', 'Dialer()'] },
  sinks: {
    url: ['net.{Dial,DialTimeout}($1)', 'Dialer.Dial($1)', 'Dialer.DialContext($2)'],
  },
  sanitizers: [{ at: 'net.{ParseIP,ParseMAC,ParseCIDR}()', cleans: 'all' }],
  propagators: [
    { at: 'net.{Dial,DialTimeout,Listen,LookupHost,LookupIP,LookupAddr,LookupCNAME,LookupTXT,LookupMX}()', to: [] },
    { at: 'Dialer.*()', to: [] },
    { at: 'JoinHostPort()' },
    { at: 'SplitHostPort()', from: ['$0'] },
  ],
});
