import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.jndi',
  types: {
    Template: [
      'type org.springframework.jndi.JndiTemplate',
      'JndiTemplate()',
      'type org.springframework.jndi.JndiLocatorDelegate',
    ],
  },
  sinks: { code: [{ at: 'Template.lookup($0)', variant: 'jndi' }] },
});
