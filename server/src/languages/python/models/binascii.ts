import { model } from '../../../facts/model';

export default model({
  library: 'binascii',
  sanitizers: [
    { at: 'hexlify()', cleans: 'all' },
    { at: 'b2a_hex()', cleans: 'all' },
    { at: 'crc32()', cleans: 'all' },
  ],
});
