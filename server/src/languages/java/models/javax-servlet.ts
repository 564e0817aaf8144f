import { model } from '../../../facts/model';
import { servlet } from './_servlet';

export default model(servlet('javax'));
