import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'boto3',
  propagators: [
    { at: 'client()', to: [] },
    { at: 'resource()', to: [] },
  ],
  configs: ['client()', 'resource()', 'boto3.Session()'].map((at) => credential(at, '$aws_secret_access_key')),
});
