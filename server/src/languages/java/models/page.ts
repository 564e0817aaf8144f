import { PAGE_MODEL } from '../../page-model';

export default PAGE_MODEL;
