import { guardFix } from './helpers';

export const redirectGuard = guardFix('redirect-guard', 'redirect', 'Redirect only inside this site');
