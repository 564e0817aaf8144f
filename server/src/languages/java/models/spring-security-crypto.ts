import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.security.crypto.encrypt',
  configs: [
    { kind: 'credential', at: 'Encryptors.{text,standard,stronger,delux}()', options: { value: { from: ['$0'] } } },
  ],
});
