import { model } from '../../../facts/model';
import { each } from './_words';

const FLAVOURS = ['', 'posix.', 'win32.'];

export default model({
  library: 'path',
  aliases: ['path/posix', 'path/win32', 'upath'],
  sanitizers: [
    ...each(FLAVOURS, 'basename()').map((at) => ({ at, cleans: ['path'] as const, of: '$0' })),
    ...each(FLAVOURS, 'extname()').map((at) => ({ at, cleans: ['path'] as const })),
    ...each(FLAVOURS, 'isAbsolute()').map((at) => ({ at, cleans: 'all' as const })),
  ],
});
