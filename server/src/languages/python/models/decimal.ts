import { model } from '../../../facts/model';

export default model({ library: 'decimal', sanitizers: [{ at: 'Decimal()', cleans: 'all' }] });
