import { addMiddleware } from './add-middleware';
import { argumentList } from './argument-list';
import { bindParameters } from './bind-parameters';
import { completeHost } from './complete-host';
import { confinePath } from './confine-path';
import { constantTimeCompare } from './constant-time-compare';
import { contentPolicy } from './content-policy';
import { encodeUrlPart } from './encode-url-part';
import { encryptedScheme } from './encrypted-scheme';
import { equalityFilter } from './equality-filter';
import { escapeOutput } from './escape-output';
import type { Fix } from './fix';
import { insertBeforeFix } from './insert-before';
import { insertGuard } from './insert-guard';
import { jsonParse } from './json-parse';
import { logInstead } from './log-instead';
import { moveSecretToEnvironment } from './move-secret-to-environment';
import { neutraliseLog } from './neutralise-log';
import { encodeInTemplate, escapeInTemplate, quoteAttribute } from './page-outputs';
import { parseQueryEscape } from './parse-query-escape';
import { plainName } from './plain-name';
import { queryName } from './query-name';
import { redactSecret } from './redact-secret';
import { redirectGuard } from './redirect-guard';
import { removeCall } from './remove-call';
import { replaceCall } from './replace-call';
import { replaceImport } from './replace-import';
import { replaceInText } from './replace-in-text';
import { safeLoader } from './safe-loader';
import { setOption } from './set-option';
import { stringConversion } from './string-conversion';
import { suppress } from './suppress';
import { urlGuard } from './url-guard';

const ALL: readonly Fix[] = [
  addMiddleware,
  argumentList,
  bindParameters,
  completeHost,
  confinePath,
  constantTimeCompare,
  contentPolicy,
  encodeInTemplate,
  escapeInTemplate,
  encodeUrlPart,
  encryptedScheme,
  equalityFilter,
  escapeOutput,
  insertBeforeFix,
  insertGuard,
  jsonParse,
  logInstead,
  moveSecretToEnvironment,
  neutraliseLog,
  parseQueryEscape,
  plainName,
  queryName,
  quoteAttribute,
  redactSecret,
  redirectGuard,
  removeCall,
  replaceCall,
  replaceImport,
  replaceInText,
  safeLoader,
  setOption,
  stringConversion,
  suppress,
  urlGuard,
];

/** All fixes by their ids; rules name them. */
export const FIXES: ReadonlyMap<string, Fix> = new Map(ALL.map((fix) => [fix.id, fix]));
