import { model } from '../../../facts/model';

const PARENTS = ['parent', '_parent', 'root', '_root', 'obj', '_', '__', 'source', '_source', '_obj'];
const ARGUMENTS = ['args', '_args', 'input', ''];

/** Resolvers are members of a map; the names of their parameters say what they are. */
export default model({
  library: 'graphql',
  aliases: [
    'apollo-server',
    '@apollo/server',
    'apollo-server-express',
    'graphql-yoga',
    'type-graphql',
    '@nestjs/graphql',
  ],
  types: {
    Arguments: ['GraphQLObjectType($0.fields.resolve).param(1)'],
  },
  conventions: PARENTS.flatMap((parent) =>
    ARGUMENTS.map((args) => ({ parameters: [parent, args, 'context'], types: ['', 'Arguments'] })),
  ).concat(
    PARENTS.slice(0, 5).flatMap((parent) => [{ parameters: [parent, 'args'], types: ['', 'Arguments'] }]),
    [{ parameters: ['_', 'args'], types: ['', 'Arguments'] }],
    ['ctx', ''].flatMap((context) => [
      { parameters: ['parent', 'args', context], types: ['', 'Arguments'] },
      { parameters: ['_', 'args', context], types: ['', 'Arguments'] },
      { parameters: ['_', '', context], types: ['', 'Arguments'] },
      { parameters: ['parent', '', context], types: ['', 'Arguments'] },
    ]),
  ),
  sources: {
    remote: ['Arguments', { parameterWith: ['type-graphql#Arg', 'type-graphql#Args'] }],
  },
  configs: [
    {
      kind: 'forgery-protection',
      at: 'ApolloServer()',
      options: { enabled: { from: ['$0.csrfPrevention'] } },
      fix: { enabled: '$0.csrfPrevention -' },
    },
    {
      kind: 'debug-mode',
      at: 'ApolloServer()',
      options: { enabled: { from: ['$0.includeStacktraceInErrorResponses', '$0.debug'] } },
      fix: { enabled: '$0.includeStacktraceInErrorResponses = false' },
    },
  ],
});
