import { model } from '../../../facts/model';
import { each, TEXT } from './_words';

const TIMES = ['LocalDate', 'LocalDateTime', 'LocalTime', 'Instant', 'ZonedDateTime', 'OffsetDateTime', 'Duration', 'Year'];

export default model({
  library: 'java.time',
  sanitizers: each(TIMES, '.parse()').map((at) => ({ at, cleans: TEXT })),
});
