// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';

export const MODELS: readonly Model[] = [];
