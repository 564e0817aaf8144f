import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.data.mongodb.core',
  types: {
    Template: [
      'type org.springframework.data.mongodb.core.MongoTemplate',
      'type org.springframework.data.mongodb.core.MongoOperations',
    ],
  },
  sinks: { nosql: ['Template.executeCommand($0)'] },
  propagators: [{ at: 'Template.*()', to: [] }],
});
