import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'dns',
  aliases: ['dns/promises'],
  propagators: ends(
    'dns.{lookup,resolve,resolve4,resolve6,reverse}()',
    'dns.promises.{lookup,resolve,resolve4,resolve6,reverse}()',
  ),
});
