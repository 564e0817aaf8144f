import { guardFix } from './helpers';

export const urlGuard = guardFix('url-guard', 'url', 'Send requests only to allowed hosts');
