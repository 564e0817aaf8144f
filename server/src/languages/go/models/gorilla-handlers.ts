import { model } from '../../../facts/model';

export default model({
  library: 'github.com/gorilla/handlers',
  configs: [
    { kind: 'cors', at: 'AllowedOrigins()', options: { origin: { from: ['$0'] } } },
    { kind: 'cors', at: 'AllowedOriginValidator()', options: { origin: { from: ['$0'] } } },
  ],
});
