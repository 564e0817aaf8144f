import { model } from '../../../facts/model';

const REPOSITORIES = [
  'org.springframework.data.repository.CrudRepository',
  'org.springframework.data.repository.ListCrudRepository',
  'org.springframework.data.repository.PagingAndSortingRepository',
  'org.springframework.data.jpa.repository.JpaRepository',
  'org.springframework.data.mongodb.repository.MongoRepository',
];

/** Only what is kept can be given to them: an object of the request that gets here is one. */
export default model({
  library: 'org.springframework.data.repository',
  types: { Repository: REPOSITORIES.map((name) => `type ${name}`) },
  stores: [
    { kind: 'row', does: 'write', at: 'Repository.{save,saveAll,saveAndFlush,insert}($0)', key: 'thing' },
    { kind: 'row', does: 'read', at: 'Repository.*()', key: 'thing' },
  ],
  sinks: {
    'model-fields': [
      { at: 'Repository.{save,saveAndFlush,insert}($0)', objectsOnly: true },
      { at: 'Repository.{saveAll,saveAllAndFlush}($0)', objectsOnly: true },
    ],
  },
});
