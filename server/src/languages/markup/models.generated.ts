// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import filters from './models/filters';
import page from './models/page';
import variables from './models/variables';

export const MODELS: readonly Model[] = [
  filters,
  page,
  variables,
];
