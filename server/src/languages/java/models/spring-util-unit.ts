import { model } from '../../../facts/model';

/** A size is the number it is made of, as far as it means that there is none. */
export default model({
  library: 'org.springframework.util.unit',
  operations: { identity: ['DataSize.{ofBytes,ofMegabytes,ofKilobytes,parse}()'] },
});
