import { model } from '../../../facts/model';
import { servletHttp } from './_servlet';

export default model(servletHttp('jakarta'));
