import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.ldap.query',
  types: {
    Query: [
      'type org.springframework.ldap.query.LdapQueryBuilder',
      'LdapQueryBuilder.query()',
      'Query.{base,searchScope,timeLimit,countLimit,attributes}()',
    ],
    Condition: [
      'type org.springframework.ldap.query.ConditionCriteria',
      'Query.where()',
      'Condition.{is,like,gte,lte,whitespaceWildcardsLike,and,or}()',
    ],
  },
  sinks: { ldap: ['Query.filter($0)', { at: 'Query.base($0)', variant: 'dn' }] },
  sanitizers: [{ at: 'Condition.{is,like,gte,lte,whitespaceWildcardsLike}()', cleans: ['ldap'] }],
});
