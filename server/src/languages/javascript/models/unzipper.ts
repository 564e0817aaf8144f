import { model } from '../../../facts/model';

/** What an archive calls its entries is chosen by whoever made it. */
export default model({
  library: 'unzipper',
  aliases: ['unzip-stream', 'unzip', 'node-unzip-2'],
  types: {
    Parser: ['Parse()', 'ParseOne()'],
    Entry: ['Parser.{on,once}("entry", $1).param(0)', 'Open.{buffer,file,s3,url}().files[]'],
  },
  sources: { 'archive-entry': ['Entry.path'] },
});
