import { model } from '../../../facts/model';

/** Callbacks get what was packed or unpacked. */
export default model({
  library: 'zlib',
  propagators: [
    {
      at: 'zlib.{gzip,gunzip,deflate,inflate,unzip,brotliCompress,brotliDecompress,deflateRaw,inflateRaw}()',
      from: ['$0'],
      to: ['result', '$1.param(1)', '$2.param(1)'],
    },
  ],
});
