import { model } from '../../../facts/model';

export default model({
  library: 'activedirectory',
  aliases: ['activedirectory2', 'ldapauth-fork', 'ldap-authentication'],
  types: { Directory: ['activedirectory()', 'ActiveDirectory()'] },
  sinks: { ldap: ['Directory.{find,findUsers,findGroups}($0)', 'Directory.{find,findUsers,findGroups}($0.filter)'] },
  propagators: [{ at: 'Directory.*()', to: [] }],
});
