import { model } from '../../../facts/model';
import { each } from './_words';

const TIMES = [
  'LocalDate',
  'LocalDateTime',
  'LocalTime',
  'Instant',
  'ZonedDateTime',
  'OffsetDateTime',
  'Duration',
  'Year',
];

export default model({
  library: 'java.time',
  sanitizers: each(TIMES, '.parse()').map((at) => ({ at, cleans: 'all' as const })),
});
