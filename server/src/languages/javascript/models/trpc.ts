import { model } from '../../../facts/model';

/** Procedures are built in one file and used in others: their chain is told by its own words. */
export default model({
  library: '@trpc/server',
  sources: {
    remote: [
      '*.input().{query,mutation,subscription}($0).param(0).input',
      '*.input().use().{query,mutation}($0).param(0).input',
      '*.input().output().{query,mutation}($0).param(0).input',
    ],
  },
});
