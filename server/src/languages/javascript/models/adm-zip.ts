import { model } from '../../../facts/model';

/** What an archive calls its entries is chosen by whoever made it; writing them all checks the names. */
export default model({
  library: 'adm-zip',
  types: { Entry: ['adm-zip().getEntries()[]', 'adm-zip().forEach($0).param(0)'] },
  sources: { 'archive-entry': ['Entry.{entryName,name}'] },
});
